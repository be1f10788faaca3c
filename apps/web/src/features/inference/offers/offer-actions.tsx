'use client';
import { Alert, Button, Group, Modal, Stack, Tooltip } from '@mantine/core';
import { useDisclosure } from '@mantine/hooks';
import { notifications } from '@mantine/notifications';
import { IconAlertCircle } from '@tabler/icons-react';
import type { ReactNode } from 'react';
import { mayReview, useViewer } from '../../lib/viewer.ts';
import { useAcceptRescoreOffer } from './accept-rescore-offer.ts';
import { useDismissRescoreOffer } from './dismiss-rescore-offer.ts';
import classes from './inference.module.css';
import type { ListedOffer } from './list-rescore-offers.ts';

/** What can be done about an open offer. */
export function OfferActions({ offer: { id, captures } }: { offer: ListedOffer }) {
  const accept = useAcceptRescoreOffer();
  const dismiss = useDismissRescoreOffer();
  const photos = `${captures.toLocaleString('en')} ${captures === 1 ? 'photo' : 'photos'}`;
  return (
    <div className={classes.actions}>
      <OfferAct
        label="Look again…"
        title="Let the better tier look at these photos?"
        act="Start the batch"
        failed="Not started"
        mutation={accept}
        run={(done) =>
          accept.mutate(id, {
            onSuccess: () => {
              done();
              notifications.show({
                title: 'Started',
                message: `${photos} are looked at again; the batch is on the screen Batches.`,
              });
            },
          })
        }
      >
        {photos} are looked at again as a batch, behind all live photos. A better answer becomes the current
        score at once; where only the same lower tier answers, the score stays. The batch can be paused and
        rolled back.
      </OfferAct>
      <OfferAct
        label="Dismiss…"
        title="Leave these photos as they are?"
        act="Dismiss the offer"
        failed="Not dismissed"
        mutation={dismiss}
        run={(done) =>
          dismiss.mutate(id, {
            onSuccess: () => {
              done();
              notifications.show({ title: 'Dismissed', message: `${photos} stay as they were scored.` });
            },
          })
        }
      >
        {photos} keep the scores of the lower tier that read them. This cannot be taken back, and is kept in
        the audit log.
      </OfferAct>
    </div>
  );
}

interface OfferActProps {
  label: string;
  title: string;
  act: string;
  failed: string;
  mutation: { error: Error | null; isPending: boolean };
  run(done: () => void): void;
  /** What follows from it. */
  children: ReactNode;
}

/** A button with a dialog that states the consequence first. */
function OfferAct({ label, title, act, failed, mutation, run, children }: OfferActProps) {
  const [open, { open: show, close }] = useDisclosure(false);
  const may = mayReview(useViewer());
  const button = (
    <Button variant="default" onClick={show} disabled={!may}>
      {label}
    </Button>
  );
  return (
    <>
      {may ? (
        button
      ) : (
        <Tooltip label="Only category managers, operators and administrators do this">
          <span>{button}</span>
        </Tooltip>
      )}
      <Modal opened={open} onClose={close} title={title}>
        <Stack gap="md">
          <div>{children}</div>
          {mutation.error ? (
            <Alert icon={<IconAlertCircle />} color="red" role="alert" title={failed}>
              {mutation.error.message}
            </Alert>
          ) : null}
          <Group justify="flex-end">
            <Button variant="default" onClick={close}>
              Cancel
            </Button>
            <Button onClick={() => run(close)} loading={mutation.isPending}>
              {act}
            </Button>
          </Group>
        </Stack>
      </Modal>
    </>
  );
}
