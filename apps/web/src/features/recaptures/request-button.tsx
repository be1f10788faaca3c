'use client';
import { Alert, Button, Group, Modal, Stack, Textarea, Tooltip } from '@mantine/core';
import { useDisclosure } from '@mantine/hooks';
import { notifications } from '@mantine/notifications';
import { IconAlertCircle, IconCameraRotate } from '@tabler/icons-react';
import { useState } from 'react';
import { useKeys } from '../../lib/keys.ts';
import { mayReview, useViewer } from '../../lib/viewer.ts';
import { useRequestRecapture } from './request-recapture.ts';

/** As long as the API takes. */
const longestNote = 2000;

/** Asks the store for a new photo in place of a capture's. @param place which bay, such as "4102 · A-07" */
export function AskButton({ captureId, place }: { captureId: string; place: string }) {
  const [open, { open: show, close }] = useDisclosure(false);
  const [note, setNote] = useState('');
  const may = mayReview(useViewer());
  const ask = useRequestRecapture();
  useKeys(may ? [['r', show]] : []);
  const confirm = () =>
    ask.mutate(
      { captureId, note },
      {
        onSuccess: () => {
          close();
          setNote('');
          notifications.show({ title: 'Asked for a new photo', message: `The store sees it for ${place}.` });
        },
      },
    );
  const button = (
    <Button
      variant="default"
      leftSection={<IconCameraRotate size={16} stroke={1.7} />}
      onClick={show}
      disabled={!may}
    >
      Ask for a new photo…
    </Button>
  );
  return (
    <>
      {may ? (
        button
      ) : (
        <Tooltip label="Analysts look, but do not ask stores for photos">
          <span>{button}</span>
        </Tooltip>
      )}
      <Modal opened={open} onClose={close} title={`Ask for a new photo of ${place}`}>
        <Stack gap="md">
          <div>
            The store is asked to take this bay again. This capture and its score stay as they are; the
            request ends when a good photo comes in its place, or when somebody withdraws it.
          </div>
          <Textarea
            label="Note"
            description="Why; kept in the audit log."
            value={note}
            onChange={(event) => setNote(event.currentTarget.value)}
            maxLength={longestNote}
            autosize
            minRows={2}
            data-autofocus
          />
          {ask.error ? (
            <Alert icon={<IconAlertCircle />} color="red" role="alert" title="Not asked">
              {ask.error.message}
            </Alert>
          ) : null}
          <Group justify="flex-end">
            <Button variant="default" onClick={close}>
              Cancel
            </Button>
            <Button onClick={confirm} loading={ask.isPending}>
              Ask the store
            </Button>
          </Group>
        </Stack>
      </Modal>
    </>
  );
}
