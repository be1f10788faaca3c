'use client';
import { Alert, Button, Group, Modal, Stack, Tooltip } from '@mantine/core';
import { useDisclosure } from '@mantine/hooks';
import { notifications } from '@mantine/notifications';
import { IconAlertCircle } from '@tabler/icons-react';
import { mayReview, useViewer } from '../../lib/viewer.ts';
import { useDismissRescoreOffer } from './dismiss-rescore-offer.ts';
import classes from './inference.module.css';
import type { ListedOffer } from './list-rescore-offers.ts';

/** What can be done about an open offer. */
export function OfferActions({ offer: { id, captures } }: { offer: ListedOffer }) {
  const [open, { open: show, close }] = useDisclosure(false);
  const may = mayReview(useViewer());
  const dismiss = useDismissRescoreOffer();
  const photos = `${captures.toLocaleString('en')} ${captures === 1 ? 'photo' : 'photos'}`;
  const confirm = () =>
    dismiss.mutate(id, {
      onSuccess: () => {
        close();
        notifications.show({ title: 'Dismissed', message: `${photos} stay as they were scored.` });
      },
    });
  const button = (
    <Button variant="default" onClick={show} disabled={!may}>
      Dismiss…
    </Button>
  );
  return (
    <div className={classes.actions}>
      {may ? (
        button
      ) : (
        <Tooltip label="Only category managers, operators and administrators do this">
          <span>{button}</span>
        </Tooltip>
      )}
      <Modal opened={open} onClose={close} title="Leave these photos as they are?">
        <Stack gap="md">
          <div>
            {photos} keep the scores of the lower tier that read them. This cannot be taken back, and is kept
            in the audit log.
          </div>
          {dismiss.error ? (
            <Alert icon={<IconAlertCircle />} color="red" role="alert" title="Not dismissed">
              {dismiss.error.message}
            </Alert>
          ) : null}
          <Group justify="flex-end">
            <Button variant="default" onClick={close}>
              Cancel
            </Button>
            <Button onClick={confirm} loading={dismiss.isPending}>
              Dismiss the offer
            </Button>
          </Group>
        </Stack>
      </Modal>
    </div>
  );
}
