'use client';
import { Alert, Button, Group, Modal, Stack, Tooltip } from '@mantine/core';
import { notifications } from '@mantine/notifications';
import { IconAlertCircle, IconInfoCircle } from '@tabler/icons-react';
import { useState } from 'react';
import { can, notPermitted } from '../../../lib/can.ts';
import { useViewer } from '../../../lib/viewer.ts';
import { ReasonInput } from '../../../ui/reason-input.tsx';
import classes from '../inference.module.css';
import { waitsLabel } from '../wait-labels.ts';
import { useDecideAudit } from './act-on-audit.ts';
import type { ListedAudit } from './list-audits.ts';

/** Offers to approve or reject a proposal, each with a reason; viewers without permission see why not. */
export function AuditDecision({ audit }: { audit: ListedAudit }) {
  const [approve, setApprove] = useState<boolean | null>(null);
  const may = can(useViewer(), 'BREAKER_AUDIT_DECIDE');
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
        <Tooltip label={notPermitted} position="top-start">
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
            ? `From the next decision of the workers, ${name} waits ${waitsLabel(proposed.waits)}, instead of ${waitsLabel(present.waits)}. Scores do not change.`
            : `${name} keeps waiting ${waitsLabel(present.waits)}. The next review may propose the same again.`}
        </Alert>
        <ReasonInput
          focusFirst
          description="Required. Recorded with the decision and in the audit log."
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
