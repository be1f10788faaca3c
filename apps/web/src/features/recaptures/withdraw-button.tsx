'use client';
import { Alert, Button, Group, Modal, Stack } from '@mantine/core';
import { useDisclosure } from '@mantine/hooks';
import { notifications } from '@mantine/notifications';
import { IconAlertCircle } from '@tabler/icons-react';
import { useWithdrawRecapture } from './withdraw-recapture.ts';

/** @param place which bay, such as "4102 · A-07" */
export function WithdrawButton({ requestId, place }: { requestId: string; place: string }) {
  const [open, { open: show, close }] = useDisclosure(false);
  const withdraw = useWithdrawRecapture();
  const confirm = () =>
    withdraw.mutate(requestId, {
      onSuccess: () => {
        close();
        notifications.show({ title: 'Request withdrawn', message: `No new photo of ${place} is asked for.` });
      },
    });
  return (
    <>
      <Button variant="default" onClick={show}>
        Withdraw…
      </Button>
      <Modal opened={open} onClose={close} title="Withdraw this request?">
        <Stack gap="md">
          <div>
            The store is no longer asked for a new photo of {place}. The photo that is here goes on as it
            would have, and you can ask again from its capture.
          </div>
          {withdraw.error ? (
            <Alert icon={<IconAlertCircle />} color="red" role="alert" title="Not withdrawn">
              {withdraw.error.message}
            </Alert>
          ) : null}
          <Group justify="flex-end">
            <Button variant="default" onClick={close}>
              Keep it open
            </Button>
            <Button onClick={confirm} loading={withdraw.isPending}>
              Withdraw the request
            </Button>
          </Group>
        </Stack>
      </Modal>
    </>
  );
}
