'use client';
import { Alert, Button, Group, Modal, Stack, Tooltip } from '@mantine/core';
import { notifications } from '@mantine/notifications';
import { IconAlertCircle } from '@tabler/icons-react';
import { useState } from 'react';
import type { ReprocessAct } from '../../generated/graphql.ts';
import { useActOnBatch } from './act-on-batch.ts';
import { actWords, consequenceOf, countOf } from './act-words.ts';
import type { WatchedBatch } from './read-batch.ts';

/** What the batch can be asked to do in its state. Acts that cannot be taken back at once ask first. */
export function BatchActs({ batch }: { batch: WatchedBatch }) {
  const act = useActOnBatch(batch.id);
  const [asked, setAsked] = useState<ReprocessAct | null>(null);
  // Kept while the dialog fades out.
  const [shown, setShown] = useState<ReprocessAct | null>(null);
  if (asked && asked !== shown) setShown(asked);
  const failed = countOf(batch, 'FAILED');

  const press = (what: ReprocessAct) => {
    act.reset();
    if (consequenceOf(what, batch) !== null) setAsked(what);
    else
      act.mutate(what, {
        onError: (fault) => notifications.show({ color: 'red', title: 'Not done', message: fault.message }),
      });
  };
  const confirm = () => {
    if (asked) act.mutate(asked, { onSuccess: () => setAsked(null) });
  };

  return (
    <Group gap={8}>
      {batch.acts.map((what) => (
        <ActButton
          key={what}
          act={what}
          asks={consequenceOf(what, batch) !== null}
          failed={failed}
          busy={act.isPending && act.variables === what}
          press={() => press(what)}
        />
      ))}
      <Modal
        opened={asked !== null}
        onClose={() => setAsked(null)}
        title={shown ? `${actWords[shown]}?` : ''}
      >
        <Stack gap="md">
          <div>{shown ? consequenceOf(shown, batch) : null}</div>
          {act.error ? (
            <Alert icon={<IconAlertCircle />} color="red" role="alert" title="Not done">
              {act.error.message}
            </Alert>
          ) : null}
          <Group justify="flex-end">
            <Button variant="default" onClick={() => setAsked(null)}>
              Leave it
            </Button>
            <Button
              onClick={confirm}
              loading={act.isPending}
              {...(shown === 'CANCEL' && { color: 'red.8' })}
              disabled={asked !== null && !batch.acts.includes(asked)}
            >
              {shown ? actWords[shown] : ''}
            </Button>
          </Group>
        </Stack>
      </Modal>
    </Group>
  );
}

interface ActButtonProps {
  act: ReprocessAct;
  /** A dialog follows, which says what the act does. */
  asks: boolean;
  failed: number;
  busy: boolean;
  press: () => void;
}

function ActButton({ act, asks, failed, busy, press }: ActButtonProps) {
  const idle = act === 'RETRY_FAILED' && failed === 0;
  const button = (
    <Button
      variant={act === 'PUBLISH' || act === 'RESUME' ? 'filled' : 'default'}
      onClick={press}
      loading={busy}
      disabled={idle}
    >
      {actWords[act]}
      {act === 'RETRY_FAILED' && failed > 0 ? ` (${failed.toLocaleString('en')})` : ''}
      {asks ? '…' : ''}
    </Button>
  );
  if (!idle) return button;
  return (
    <Tooltip label="No capture of this batch has failed">
      <span>{button}</span>
    </Tooltip>
  );
}
