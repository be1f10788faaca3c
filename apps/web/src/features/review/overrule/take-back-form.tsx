'use client';
import { Button, Group, Stack } from '@mantine/core';
import { type FormEvent, useState } from 'react';
import { verdictLabels } from '../../../labels/verdict-labels.ts';
import { ReasonInput } from '../../../ui/reason-input.tsx';
import { findingKey } from '../finding-key.ts';
import { findingSubject } from '../finding-name.ts';
import type { DecisionRequest } from './decision-request.ts';
import classes from './overrule-form.module.css';
import type { VerdictDecision } from './verdict-decision.ts';

interface TakeBackFormProps {
  request: DecisionRequest;
  close: () => void;
  decide: (decision: VerdictDecision) => void;
}

/** Asks why a decision is taken back. */
export function TakeBackForm({ request: { finding, scoreId }, close, decide }: TakeBackFormProps) {
  const [reason, setReason] = useState('');
  const { positionId, ordinal, machine } = finding;
  const submit = (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault();
    if (reason.trim() === '') return;
    decide({
      key: findingKey(finding),
      name: findingSubject(finding),
      finding: { positionId, ordinal },
      scoreId,
      verdict: null,
      seen: null,
      reason,
    });
  };
  return (
    <form onSubmit={submit}>
      <Stack gap="md">
        <p className={classes.now}>
          The verdict of scoring counts again
          {machine ? (
            <>
              : <b>{verdictLabels[machine.verdict].toLowerCase()}</b>
            </>
          ) : null}
          . The decision stays in the history.
        </p>
        <ReasonInput
          size="xs"
          value={reason}
          onChange={setReason}
          description="Recorded with the score."
          focusFirst
        />
        <Group justify="flex-end">
          <Button variant="default" onClick={close}>
            Cancel
          </Button>
          <Button type="submit" disabled={reason.trim() === ''}>
            Take it back
          </Button>
        </Group>
      </Stack>
    </form>
  );
}
