'use client';
import { Alert, Stack } from '@mantine/core';
import { notifications } from '@mantine/notifications';
import { IconInfoCircle } from '@tabler/icons-react';
import { type FormEvent, useState } from 'react';
import { FormFoot } from '../../ui/form-foot.tsx';
import { ReasonInput } from '../../ui/reason-input.tsx';
import { useSetPolicy } from './change-retention.ts';
import { DaysInput } from './days-input.tsx';
import { policyChanges } from './policy-labels.ts';
import type { RetentionPolicy } from './read-retention.ts';
import classes from './retention-screen.module.css';

/** Undefined while a field is empty; null for never. */
interface Draft {
  reviewDays: number | undefined;
  cleanPhotoDays: number | null | undefined;
  faultyPhotoDays: number | null | undefined;
  noticeDays: number | undefined;
}

interface PolicyFormProps {
  policy: RetentionPolicy;
  close: () => void;
}

export function PolicyForm({ policy, close }: PolicyFormProps) {
  const { reviewDays, cleanPhotoDays, faultyPhotoDays, noticeDays } = policy;
  const [draft, setDraft] = useState<Draft>({ reviewDays, cleanPhotoDays, faultyPhotoDays, noticeDays });
  const [note, setNote] = useState('');
  const set = useSetPolicy();
  const next = complete(draft);
  const ready = next !== null && note.trim() !== '';

  const submit = (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault();
    if (!next || note.trim() === '') return;
    set.mutate(
      { ...next, note: note.trim() },
      {
        onSuccess: () => {
          notifications.show({ title: 'Policy set', message: 'The policy applies from now on.' });
          close();
        },
      },
    );
  };

  return (
    <form onSubmit={submit}>
      <Stack gap="md">
        <div className={classes.numbers}>
          <DaysInput
            label="Under review"
            description="From the score until a capture is archived."
            value={draft.reviewDays}
            onChange={(value) => setDraft({ ...draft, reviewDays: value ?? undefined })}
          />
          <DaysInput
            label="Notice"
            description="From the announcement of an expiry to the expiry."
            max={365}
            value={draft.noticeDays}
            onChange={(value) => setDraft({ ...draft, noticeDays: value ?? undefined })}
          />
          <DaysInput
            label="Photos without a fault"
            description="From archived until the photo expires."
            orNever
            value={draft.cleanPhotoDays}
            onChange={(value) => setDraft({ ...draft, cleanPhotoDays: value })}
          />
          <DaysInput
            label="Photos with a fault"
            description="The same, where something was wrong or no score was possible."
            orNever
            value={draft.faultyPhotoDays}
            onChange={(value) => setDraft({ ...draft, faultyPhotoDays: value })}
          />
        </div>
        <ReasonInput size="xs" value={note} onChange={setNote} description="Shown with the policy." />
        <div aria-live="polite">
          {next ? (
            <Alert icon={<IconInfoCircle />} color="ink" variant="light" title="What this does">
              <ul style={{ margin: 0, paddingLeft: 16 }}>
                {policyChanges(policy, next).map((sentence) => (
                  <li key={sentence}>{sentence}</li>
                ))}
              </ul>
            </Alert>
          ) : null}
        </div>
        <FormFoot
          error={set.error}
          failed="Not set"
          close={close}
          submit="Set the policy"
          isPending={set.isPending}
          ready={ready}
        />
      </Stack>
    </form>
  );
}

function complete({ reviewDays, cleanPhotoDays, faultyPhotoDays, noticeDays }: Draft) {
  if (
    reviewDays === undefined ||
    cleanPhotoDays === undefined ||
    faultyPhotoDays === undefined ||
    noticeDays === undefined
  )
    return null;
  return { reviewDays, cleanPhotoDays, faultyPhotoDays, noticeDays };
}
