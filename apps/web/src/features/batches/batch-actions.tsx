'use client';
import { Alert, Button, Group, Modal, Stack, Tooltip } from '@mantine/core';
import { notifications } from '@mantine/notifications';
import { IconAlertCircle } from '@tabler/icons-react';
import { useState } from 'react';
import type { ReprocessAct } from '../../generated/graphql.ts';
import { useActOnBatch } from './act-on-batch.ts';
import { batchActionLabels, consequenceOf, countOf } from './action-labels.ts';
import type { WatchedBatch } from './read-batch.ts';

/** Offers the actions that the state of a batch allows. Actions that cannot be undone at once ask for confirmation. */
export function BatchActions({ batch }: { batch: WatchedBatch }) {
  const act = useActOnBatch(batch.id);
  const [confirming, setConfirming] = useState<ReprocessAct | null>(null);
  // Stays while the dialog fades out.
  const [shown, setShown] = useState<ReprocessAct | null>(null);
  if (confirming && confirming !== shown) setShown(confirming);
  const failed = countOf(batch, 'FAILED');

  const start = (action: ReprocessAct) => {
    act.reset();
    if (consequenceOf(action, batch) !== null) setConfirming(action);
    else
      act.mutate(action, {
        onError: (fault) => notifications.show({ color: 'red', title: 'Not done', message: fault.message }),
      });
  };
  const confirm = () => {
    if (confirming) act.mutate(confirming, { onSuccess: () => setConfirming(null) });
  };

  return (
    <Group gap={8}>
      {batch.acts.map((action) => (
        <BatchActionButton
          key={action}
          act={action}
          needsConfirmation={consequenceOf(action, batch) !== null}
          failed={failed}
          busy={act.isPending && act.variables === action}
          start={() => start(action)}
        />
      ))}
      <Modal
        opened={confirming !== null}
        onClose={() => setConfirming(null)}
        title={shown ? `${batchActionLabels[shown]}?` : ''}
      >
        <Stack gap="md">
          <div>{shown ? consequenceOf(shown, batch) : null}</div>
          {act.error ? (
            <Alert icon={<IconAlertCircle />} color="red" role="alert" title="Not done">
              {act.error.message}
            </Alert>
          ) : null}
          <Group justify="flex-end">
            <Button variant="default" onClick={() => setConfirming(null)}>
              Back
            </Button>
            <Button
              onClick={confirm}
              loading={act.isPending}
              {...(shown === 'CANCEL' && { color: 'red.8' })}
              disabled={confirming !== null && !batch.acts.includes(confirming)}
            >
              {shown ? batchActionLabels[shown] : ''}
            </Button>
          </Group>
        </Stack>
      </Modal>
    </Group>
  );
}

interface BatchActionButtonProps {
  act: ReprocessAct;
  /** A dialog follows, which states the consequence. */
  needsConfirmation: boolean;
  failed: number;
  busy: boolean;
  start: () => void;
}

function BatchActionButton({ act, needsConfirmation, failed, busy, start }: BatchActionButtonProps) {
  const idle = act === 'RETRY_FAILED' && failed === 0;
  const button = (
    <Button
      variant={act === 'PUBLISH' || act === 'RESUME' ? 'filled' : 'default'}
      onClick={start}
      loading={busy}
      disabled={idle}
    >
      {batchActionLabels[act]}
      {act === 'RETRY_FAILED' && failed > 0 ? ` (${failed.toLocaleString('en')})` : ''}
      {needsConfirmation ? '…' : ''}
    </Button>
  );
  if (!idle) return button;
  return (
    <Tooltip label="No capture of this batch has failed">
      <span>{button}</span>
    </Tooltip>
  );
}
