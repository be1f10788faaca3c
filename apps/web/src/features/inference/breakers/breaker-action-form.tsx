'use client';
import { Alert, Button, Group, Stack } from '@mantine/core';
import { notifications } from '@mantine/notifications';
import { IconAlertCircle, IconInfoCircle } from '@tabler/icons-react';
import { type FormEvent, useState } from 'react';
import { providerLabel } from '../../../labels/provider-labels.ts';
import { tierLabel } from '../../../labels/tier-labels.ts';
import { ReasonInput } from '../../../ui/reason-input.tsx';
import { providerOf } from '../tier-summary.ts';
import { type BreakerAction, useActOnBreaker } from './act-on-breaker.ts';

interface BreakerActionFormProps {
  act: BreakerAction;
  name: string;
  /** Tiers that receive the photos meanwhile. */
  next: readonly number[];
  /** Successful probes that close the breaker. */
  probes: number;
  close: () => void;
}

const words = {
  isolate: { verb: 'Isolate', done: 'Isolated', not: 'Not isolated' },
  restore: { verb: 'Restore', done: 'Restored', not: 'Not restored' },
} as const;

export function BreakerActionForm({ act, name, next, probes, close }: BreakerActionFormProps) {
  const [reason, setReason] = useState('');
  const operate = useActOnBreaker();
  const { verb, done, not } = words[act];
  const provider = providerLabel(providerOf(name));
  const ready = reason.trim() !== '';
  const lower = next.map((tier) => tierLabel(tier).replace('Tier', 'tier')).join(', then to ');
  const submit = (event: FormEvent) => {
    event.preventDefault();
    if (!ready) return;
    operate.mutate(
      { act, input: { name, reason: reason.trim() } },
      {
        onSuccess: () => {
          close();
          notifications.show({
            title: `${done}: ${name}`,
            message: act === 'isolate' ? `Photos go to ${lower}.` : 'It is probed with the next photo.',
          });
        },
      },
    );
  };
  return (
    <form onSubmit={submit}>
      <Stack gap="md">
        <Alert icon={<IconInfoCircle />} color="ink" variant="light">
          {act === 'isolate'
            ? `No worker calls or probes ${provider} any more: photos go to ${lower}. Their scores name the tier, and a lower tier is less certain. The provider stays isolated until a person restores it.`
            : `The next photo probes ${provider}. After ${probes} good answers the breaker closes and photos go to it again; if a probe fails, the breaker stays open and keeps probing. Until then photos go to ${lower}.`}
        </Alert>
        <ReasonInput
          focusFirst
          description="Required. Shown in the history of the breaker and recorded in the audit log."
          value={reason}
          onChange={setReason}
        />
        {operate.error ? (
          <Alert icon={<IconAlertCircle />} color="red" role="alert" title={not}>
            {operate.error.message}
          </Alert>
        ) : null}
        <Group justify="flex-end">
          <Button variant="default" onClick={close}>
            Cancel
          </Button>
          <Button type="submit" disabled={!ready} loading={operate.isPending}>
            {verb} {provider}
          </Button>
        </Group>
      </Stack>
    </form>
  );
}
