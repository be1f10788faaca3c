'use client';
import { Alert, Button, Group, Modal, Stack } from '@mantine/core';
import { useDisclosure } from '@mantine/hooks';
import { notifications } from '@mantine/notifications';
import { IconAlertCircle } from '@tabler/icons-react';
import { useWithdrawRecapture } from './withdraw-recapture.ts';

/** @param bay such as "4102 · A-07" */
export function WithdrawButton({ requestId, bay }: { requestId: string; bay: string }) {
  const [open, { open: show, close }] = useDisclosure(false);
  const withdraw = useWithdrawRecapture();
  const confirm = () =>
    withdraw.mutate(requestId, {
      onSuccess: () => {
        close();
        notifications.show({ title: 'Request withdrawn', message: `No new photo of ${bay} is requested.` });
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
            The store no longer sees a request for a new photo of {bay}. The existing photo is processed as
            usual, and its capture offers a new request.
          </div>
          {withdraw.error ? (
            <Alert icon={<IconAlertCircle />} color="red" role="alert" title="Not withdrawn">
              {withdraw.error.message}
            </Alert>
          ) : null}
          <Group justify="flex-end">
            <Button variant="default" onClick={close}>
              Keep the request
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
