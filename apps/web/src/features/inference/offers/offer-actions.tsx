'use client';
import { Alert, Button, Group, Modal, Stack } from '@mantine/core';
import { useDisclosure } from '@mantine/hooks';
import { notifications } from '@mantine/notifications';
import { IconAlertCircle } from '@tabler/icons-react';
import type { ReactNode } from 'react';
import { can, notPermitted } from '../../../lib/can.ts';
import { useViewer } from '../../../lib/viewer.ts';
import { ActionButton } from '../../../ui/action-button.tsx';
import classes from '../inference.module.css';
import { useAcceptRescoreOffer } from './accept-rescore-offer.ts';
import { useDismissRescoreOffer } from './dismiss-rescore-offer.ts';
import type { ListedOffer } from './list-rescore-offers.ts';

/** Offers the actions on an open offer. */
export function OfferActions({ offer: { id, captures } }: { offer: ListedOffer }) {
  const viewer = useViewer();
  const accept = useAcceptRescoreOffer();
  const dismiss = useDismissRescoreOffer();
  const photos = `${captures.toLocaleString('en')} ${captures === 1 ? 'photo' : 'photos'}`;
  return (
    <div className={classes.actions}>
      <OfferAction
        label="Detect again…"
        title="Detect these photos again with the better tier?"
        act="Start the batch"
        failed="Not started"
        may={can(viewer, 'RESCORE_OFFER_ACCEPT')}
        mutation={accept}
        run={(done) =>
          accept.mutate(id, {
            onSuccess: () => {
              done();
              notifications.show({
                title: 'Started',
                message: `${photos} are detected again; the batch is on the screen Batches.`,
              });
            },
          })
        }
      >
        {photos} are detected again in a batch, with lower priority than live photos. A better answer becomes
        the current score at once; where only the same lower tier answers, the score stays. The batch can be
        paused and rolled back.
      </OfferAction>
      <OfferAction
        label="Dismiss…"
        title="Leave these photos as they are?"
        act="Dismiss the offer"
        failed="Not dismissed"
        may={can(viewer, 'RESCORE_OFFER_DISMISS')}
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
        {photos} keep the scores of the lower tier that read them. This cannot be undone, and is recorded in
        the audit log.
      </OfferAction>
    </div>
  );
}

interface OfferActionProps {
  label: string;
  title: string;
  act: string;
  failed: string;
  may: boolean;
  mutation: { error: Error | null; isPending: boolean };
  run(done: () => void): void;
  /** The consequence. */
  children: ReactNode;
}

/** Shows a button with a dialog that states the consequence first. */
function OfferAction({ label, title, act, failed, may, mutation, run, children }: OfferActionProps) {
  const [open, { open: show, close }] = useDisclosure(false);
  return (
    <>
      <ActionButton variant="default" onClick={show} obstacle={may ? null : notPermitted}>
        {label}
      </ActionButton>
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
