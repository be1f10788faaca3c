'use client';
import { Alert, Button, Group, Modal, Stack, Tooltip } from '@mantine/core';
import { notifications } from '@mantine/notifications';
import { IconAlertCircle, IconInfoCircle } from '@tabler/icons-react';
import { useState } from 'react';
import { useViewer } from '../../lib/viewer.ts';
import { ReasonInput } from '../../ui/reason-input.tsx';
import { useDecideAudit } from './act-on-audit.ts';
import classes from './inference.module.css';
import type { ListedAudit } from './list-audits.ts';
import { mayOperate, whyNotOperate } from './may-operate.ts';
import { waitsWord } from './waits-word.ts';

/** Approve or reject, each with a reason; the others see why they may not. */
export function AuditDecision({ audit }: { audit: ListedAudit }) {
  const [approve, setApprove] = useState<boolean | null>(null);
  const may = mayOperate(useViewer());
  const close = () => setApprove(null);
  const buttons = (
    <div className={classes.actions}>
      <Button disabled={!may} onClick={() => setApprove(true)}>
        Approve…
      </Button>
      <Button variant="default" disabled={!may} onClick={() => setApprove(false)}>
        Reject…
      </Button>
    </div>
  );
  return (
    <>
      {may ? (
        buttons
      ) : (
        <Tooltip label={whyNotOperate} position="top-start">
          {buttons}
        </Tooltip>
      )}
      <Modal
        opened={approve !== null}
        onClose={close}
        title={`${approve ? 'Approve' : 'Reject'} the waits for ${audit.name}?`}
      >
        {approve === null ? null : <DecisionForm audit={audit} approve={approve} close={close} />}
      </Modal>
    </>
  );
}

interface DecisionFormProps {
  audit: ListedAudit;
  approve: boolean;
  close: () => void;
}

function DecisionForm({ audit: { id, name, present, proposed }, approve, close }: DecisionFormProps) {
  const [note, setNote] = useState('');
  const decide = useDecideAudit();
  const ready = note.trim() !== '';
  const submit = () =>
    decide.mutate(
      { id, approve, note: note.trim() },
      {
        onSuccess: () => {
          close();
          notifications.show({
            title: approve ? 'Approved' : 'Rejected',
            message: approve ? `${name} follows the new waits now.` : `${name} keeps its waits.`,
          });
        },
      },
    );
  return (
    <form
      onSubmit={(event) => {
        event.preventDefault();
        if (ready) submit();
      }}
    >
      <Stack gap="md">
        <Alert icon={<IconInfoCircle />} color="ink" variant="light">
          {approve && proposed
            ? `From the next decision of the fleet on, ${name} waits ${waitsWord(proposed.waits)}, instead of ${waitsWord(present.waits)}. Scores do not change.`
            : `${name} goes on waiting ${waitsWord(present.waits)}. The next review may propose the same again.`}
        </Alert>
        <ReasonInput
          focusFirst
          description="Required. Kept with the decision and in the audit log."
          value={note}
          onChange={setNote}
        />
        {decide.error ? (
          <Alert icon={<IconAlertCircle />} color="red" role="alert" title="Not decided">
            {decide.error.message}
          </Alert>
        ) : null}
        <Group justify="flex-end">
          <Button variant="default" onClick={close}>
            Cancel
          </Button>
          <Button type="submit" disabled={!ready} loading={decide.isPending}>
            {approve ? 'Approve' : 'Reject'}
          </Button>
        </Group>
      </Stack>
    </form>
  );
}
