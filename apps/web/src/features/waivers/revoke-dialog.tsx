'use client';
import { Alert, Button, Group, Modal, Stack } from '@mantine/core';
import { notifications } from '@mantine/notifications';
import { IconAlertCircle } from '@tabler/icons-react';
import { useState } from 'react';
import { useChangeWaivers } from './change-waivers.ts';
import type { ListedWaiver } from './list-waivers.ts';
import { affectedLabel } from './waiver-labels.ts';

/** Asks for confirmation before a position counts again. */
export function RevokeDialog({ waiver, close }: { waiver: ListedWaiver | null; close: () => void }) {
  const [shown, setShown] = useState(waiver);
  if (waiver && waiver !== shown) setShown(waiver);
  const change = useChangeWaivers();
  const confirm = () => {
    if (!waiver) return;
    change.mutate(
      { revokeId: waiver.id },
      {
        onSuccess: (captures) => {
          notifications.show({ title: 'Waiver revoked', message: affectedLabel(captures) });
          close();
        },
      },
    );
  };
  return (
    <Modal
      opened={waiver !== null}
      onClose={close}
      closeButtonProps={{ 'aria-label': 'Close' }}
      title={`Revoke the waiver of ${shown?.product.name ?? ''}`}
    >
      <Stack gap="md">
        <div>
          The position counts again for every photo that is scored from now on. Existing scores do not change
          until a batch scores them again. The waiver stays in the history.
        </div>
        {change.error ? (
          <Alert icon={<IconAlertCircle />} color="red" role="alert" title="Not revoked">
            {change.error.message}
          </Alert>
        ) : null}
        <Group justify="flex-end">
          <Button variant="default" onClick={close}>
            Cancel
          </Button>
          <Button onClick={confirm} loading={change.isPending} data-autofocus>
            Revoke the waiver
          </Button>
        </Group>
      </Stack>
    </Modal>
  );
}
