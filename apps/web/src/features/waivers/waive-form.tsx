'use client';
import { Alert, Stack, TextInput } from '@mantine/core';
import { notifications } from '@mantine/notifications';
import { IconInfoCircle } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { type FormEvent, useState } from 'react';
import type { WaivedPosition } from '../../lib/waived-position.ts';
import { FormFoot } from '../../ui/form-foot.tsx';
import { ReasonInput } from '../../ui/reason-input.tsx';
import { useChangeWaivers } from './change-waivers.ts';
import { scoredCountQuery } from './count-scored.ts';
import { endOfDay, expiryRange, usualExpiry } from './expiry-day.ts';
import { affectedLabel } from './waiver-labels.ts';

export function WaiveForm({ position, close }: { position: WaivedPosition; close: () => void }) {
  const { bayId, planogramVersion, positionId, storeCode, aisle } = position;
  const [now] = useState(() => Date.now());
  const [day, setDay] = useState(() => usualExpiry(now));
  const [reason, setReason] = useState('');
  const { first, last } = expiryRange(now);
  const expiresAt = day >= first && day <= last ? endOfDay(day) : null;
  const { data: count } = useQuery(scoredCountQuery(position, planogramVersion));
  const change = useChangeWaivers();
  const ready = expiresAt !== null && reason.trim() !== '';

  const submit = (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault();
    if (expiresAt === null || reason.trim() === '') return;
    change.mutate(
      { create: { bayId, planogramVersion, positionId, expiresAt, reason: reason.trim() } },
      {
        onSuccess: (captures) => {
          notifications.show({ title: 'Waived', message: affectedLabel(captures) });
          close();
        },
      },
    );
  };

  return (
    <form onSubmit={submit}>
      <Stack gap="md">
        <div>
          Bay {aisle} of store {storeCode} is excused from position {positionId}: it is left out of the scores
          of photos taken before the waiver ends, in every version of this planogram that plans the same
          product there.
        </div>
        <ReasonInput
          size="xs"
          value={reason}
          onChange={setReason}
          description="Such as a pillar, a broken shelf, or a product that is not delivered."
          focusFirst
        />
        <TextInput
          size="xs"
          type="date"
          label="Last day"
          description="At its end (UTC) the position counts again. Two years at most."
          required
          min={first}
          max={last}
          value={day}
          onChange={(event) => setDay(event.currentTarget.value)}
          error={expiresAt === null && day !== '' ? `Between ${first} and ${last}.` : null}
        />
        <Alert icon={<IconInfoCircle />} color="ink" variant="light">
          {count === undefined ? 'Captures' : count === 1 ? '1 capture' : `${count} captures`} of this bay{' '}
          {count === 1 ? 'is' : 'are'} under review by {planogramVersion}. Existing scores do not change until
          a batch scores them again.
        </Alert>
        <FormFoot
          error={change.error}
          failed="Not waived"
          close={close}
          submit="Waive the position"
          isPending={change.isPending}
          ready={ready}
        />
      </Stack>
    </form>
  );
}
