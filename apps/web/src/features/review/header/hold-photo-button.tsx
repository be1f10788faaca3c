'use client';
import { Alert, Button, Group, Modal, Stack } from '@mantine/core';
import { useDisclosure } from '@mantine/hooks';
import { notifications } from '@mantine/notifications';
import { IconAlertCircle, IconPin } from '@tabler/icons-react';
import { type FormEvent, useState } from 'react';
import { can, notPermitted } from '../../../lib/can.ts';
import { useViewer } from '../../../lib/viewer.ts';
import { ActionButton } from '../../../ui/action-button.tsx';
import { ReasonInput } from '../../../ui/reason-input.tsx';
import { useHoldPhoto } from '../hold-photo.ts';
import type { ReviewedCapture } from '../read-capture.ts';

/** Holds the photo of a capture regardless of the retention policy; renders nothing when there is no photo. */
export function HoldPhotoButton({ capture }: { capture: ReviewedCapture }) {
  const { id, keptAt, photoExpiredAt, photo } = capture;
  const [open, { open: show, close }] = useDisclosure(false);
  const [reason, setReason] = useState('');
  const may = can(useViewer(), 'CAPTURE_KEEP', { storeCode: capture.store.code });
  const keep = useHoldPhoto();
  if (keptAt || photoExpiredAt || !photo) return null;

  const submit = (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault();
    if (reason.trim() === '') return;
    keep.mutate(
      { id, reason: reason.trim() },
      {
        onSuccess: () => {
          notifications.show({ title: 'On hold', message: 'The photo stays until a person releases it.' });
          setReason('');
          close();
        },
      },
    );
  };
  return (
    <>
      <ActionButton
        variant="default"
        leftSection={<IconPin size={16} stroke={1.7} />}
        onClick={show}
        obstacle={may ? null : notPermitted}
      >
        Hold the photo…
      </ActionButton>
      <Modal
        opened={open}
        onClose={close}
        closeButtonProps={{ 'aria-label': 'Close' }}
        title="Hold the photo"
      >
        <form onSubmit={submit}>
          <Stack gap="md">
            <div>The photo stays, regardless of the retention policy, until a person releases it.</div>
            <ReasonInput
              size="xs"
              value={reason}
              onChange={setReason}
              description="Such as a dispute with a supplier."
              focusFirst
            />
            {keep.error ? (
              <Alert icon={<IconAlertCircle />} color="red" role="alert" title="Not on hold">
                {keep.error.message}
              </Alert>
            ) : null}
            <Group justify="flex-end">
              <Button variant="default" onClick={close}>
                Cancel
              </Button>
              <Button type="submit" loading={keep.isPending} disabled={reason.trim() === ''}>
                Hold the photo
              </Button>
            </Group>
          </Stack>
        </form>
      </Modal>
    </>
  );
}
