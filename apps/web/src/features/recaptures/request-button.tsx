'use client';
import { Alert, Button, Group, Modal, Stack, Textarea } from '@mantine/core';
import { useDisclosure } from '@mantine/hooks';
import { notifications } from '@mantine/notifications';
import { IconAlertCircle, IconCameraRotate } from '@tabler/icons-react';
import { useState } from 'react';
import { can, notPermitted } from '../../lib/can.ts';
import { useKeys } from '../../lib/keys.ts';
import { useViewer } from '../../lib/viewer.ts';
import { ActionButton } from '../../ui/action-button.tsx';
import { useRequestRecapture } from './request-recapture.ts';

/** The API's limit. */
const maxNoteLength = 2000;

interface RequestButtonProps {
  captureId: string;
  storeCode: string;
  aisle: string;
}

/** Asks the store for a new photo in place of a capture's. */
export function RequestButton({ captureId, storeCode, aisle }: RequestButtonProps) {
  const bay = `${storeCode} · ${aisle}`;
  const [open, { open: show, close }] = useDisclosure(false);
  const [note, setNote] = useState('');
  const may = can(useViewer(), 'RECAPTURE_REQUEST', { storeCode });
  const ask = useRequestRecapture();
  useKeys(may ? [['r', show]] : []);
  const confirm = () =>
    ask.mutate(
      { captureId, note },
      {
        onSuccess: () => {
          close();
          setNote('');
          notifications.show({
            title: 'New photo requested',
            message: `The store sees the request for ${bay}.`,
          });
        },
      },
    );
  return (
    <>
      <ActionButton
        variant="default"
        leftSection={<IconCameraRotate size={16} stroke={1.7} />}
        onClick={show}
        obstacle={may ? null : notPermitted}
      >
        Request a new photo…
      </ActionButton>
      <Modal opened={open} onClose={close} title={`Request a new photo of ${bay}`}>
        <Stack gap="md">
          <div>
            The store is asked to take this bay again. This capture and its score stay as they are; the
            request ends when a good photo arrives, or when a person withdraws it.
          </div>
          <Textarea
            label="Note"
            description="The reason, recorded in the audit log."
            value={note}
            onChange={(event) => setNote(event.currentTarget.value)}
            maxLength={maxNoteLength}
            autosize
            minRows={2}
            data-autofocus
          />
          {ask.error ? (
            <Alert icon={<IconAlertCircle />} color="red" role="alert" title="Not requested">
              {ask.error.message}
            </Alert>
          ) : null}
          <Group justify="flex-end">
            <Button variant="default" onClick={close}>
              Cancel
            </Button>
            <Button onClick={confirm} loading={ask.isPending}>
              Request the photo
            </Button>
          </Group>
        </Stack>
      </Modal>
    </>
  );
}
