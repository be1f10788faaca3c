'use client';
import { Alert, Button, Group, Modal, Stack, Tooltip } from '@mantine/core';
import { useDisclosure } from '@mantine/hooks';
import { notifications } from '@mantine/notifications';
import { IconAlertCircle, IconPin } from '@tabler/icons-react';
import { type FormEvent, useState } from 'react';
import { mayReview, useViewer } from '../../lib/viewer.ts';
import { ReasonInput } from '../../ui/reason-input.tsx';
import { useKeepPhoto } from './keep-photo.ts';
import type { ReviewedCapture } from './read-capture.ts';

/** Keeps the photo of a capture, whatever the retention policy says. Nothing where there is no photo any more. */
export function KeepButton({ capture }: { capture: ReviewedCapture }) {
  const { id, keptAt, photoExpiredAt, photo } = capture;
  const [open, { open: show, close }] = useDisclosure(false);
  const [reason, setReason] = useState('');
  const may = mayReview(useViewer());
  const keep = useKeepPhoto();
  if (keptAt || photoExpiredAt || !photo) return null;

  const submit = (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault();
    if (reason.trim() === '') return;
    keep.mutate(
      { id, reason: reason.trim() },
      {
        onSuccess: () => {
          notifications.show({ title: 'Kept', message: 'The photo stays until somebody releases it.' });
          setReason('');
          close();
        },
      },
    );
  };
  const button = (
    <Button variant="default" leftSection={<IconPin size={16} stroke={1.7} />} onClick={show} disabled={!may}>
      Keep the photo…
    </Button>
  );
  return (
    <>
      {may ? (
        button
      ) : (
        <Tooltip label="Analysts look, but do not decide which photos are kept">
          <span>{button}</span>
        </Tooltip>
      )}
      <Modal
        opened={open}
        onClose={close}
        closeButtonProps={{ 'aria-label': 'Close' }}
        title="Keep the photo"
      >
        <form onSubmit={submit}>
          <Stack gap="md">
            <div>It stays, whatever the retention policy says, until somebody releases it.</div>
            <ReasonInput
              size="xs"
              value={reason}
              onChange={setReason}
              description="Such as a dispute with a supplier."
              focusFirst
            />
            {keep.error ? (
              <Alert icon={<IconAlertCircle />} color="red" role="alert" title="Not kept">
                {keep.error.message}
              </Alert>
            ) : null}
            <Group justify="flex-end">
              <Button variant="default" onClick={close}>
                Cancel
              </Button>
              <Button type="submit" loading={keep.isPending} disabled={reason.trim() === ''}>
                Keep it
              </Button>
            </Group>
          </Stack>
        </form>
      </Modal>
    </>
  );
}
