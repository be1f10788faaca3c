'use client';
import { Button, Group, Stack } from '@mantine/core';
import { type FormEvent, useState } from 'react';
import { verdictWords } from '../../lib/words/verdict-words.ts';
import { ReasonInput } from '../../ui/reason-input.tsx';
import { subjectOf } from './name-of-finding.ts';
import type { Asking } from './overrule-dialog.tsx';
import classes from './overrule-form.module.css';
import type { Ruling } from './overrule-verdict.ts';
import { keyOf } from './selection.ts';

interface TakeBackFormProps {
  asking: Asking;
  close: () => void;
  rule: (ruling: Ruling) => void;
}

/** Asks why a ruling is taken back. */
export function TakeBackForm({ asking: { finding, scoreId }, close, rule }: TakeBackFormProps) {
  const [reason, setReason] = useState('');
  const { positionId, ordinal, machine } = finding;
  const submit = (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault();
    if (reason.trim() === '') return;
    rule({
      key: keyOf(finding),
      name: subjectOf(finding),
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
          What scoring found counts again
          {machine ? (
            <>
              : <b>{verdictWords[machine.verdict].toLowerCase()}</b>
            </>
          ) : null}
          . The ruling stays on record.
        </p>
        <ReasonInput
          size="xs"
          value={reason}
          onChange={setReason}
          description="Kept with the score."
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
