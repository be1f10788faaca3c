'use client';
import { Stack } from '@mantine/core';
import { notifications } from '@mantine/notifications';
import { type FormEvent, useState } from 'react';
import { captures } from '../../../labels/counts.ts';
import { FormFoot } from '../../../ui/form-foot.tsx';
import { ReasonInput } from '../../../ui/reason-input.tsx';
import { useDismissSilentDrift } from './dismiss-silent-drift.ts';
import type { SilentDriftGroup } from './list-silent-drift-groups.ts';

/** Dismisses silent drift: the bay does follow the version that its captures are scored against. */
export function DismissForm({ group, close }: { group: SilentDriftGroup; close: () => void }) {
  const { bay, pinned, better, count } = group;
  const [reason, setReason] = useState('');
  const dismiss = useDismissSilentDrift();
  const ready = reason.trim() !== '';
  const submit = (event: FormEvent) => {
    event.preventDefault();
    if (!ready) return;
    dismiss.mutate(
      { bayId: bay.id, pinnedVersionId: pinned.id, betterVersionId: better.id, reason: reason.trim() },
      {
        onSuccess: (dismissed) => {
          close();
          notifications.show({ title: 'Dismissed', message: `The scores of ${captures(dismissed)} stay.` });
        },
      },
    );
  };
  return (
    <form onSubmit={submit}>
      <Stack gap="md">
        <div>
          The scores of {captures(count)} against {pinned.label} stay, and the group is not listed here any
          more. New captures of the bay are still checked.
        </div>
        <ReasonInput
          focusFirst
          description="Recorded in the history of the captures."
          value={reason}
          onChange={setReason}
        />
        <FormFoot
          error={dismiss.error}
          failed="Not dismissed"
          close={close}
          submit={`Dismiss ${count.toLocaleString('en')}`}
          isPending={dismiss.isPending}
          ready={ready}
        />
      </Stack>
    </form>
  );
}
