'use client';
import { Alert, Button, Group, Stack } from '@mantine/core';
import { notifications } from '@mantine/notifications';
import { IconAlertCircle, IconInfoCircle } from '@tabler/icons-react';
import { type FormEvent, useState } from 'react';
import { providerWord } from '../../lib/words/provider-words.ts';
import { tierWord } from '../../lib/words/tier-words.ts';
import { ReasonInput } from '../../ui/reason-input.tsx';
import { type BreakerAct, useActOnBreaker } from './act-on-breaker.ts';
import { providerOf } from './glance.ts';

interface BreakerActFormProps {
  act: BreakerAct;
  name: string;
  /** Tiers that photos go to meanwhile. */
  next: readonly number[];
  /** Successful probes that close it. */
  probes: number;
  close: () => void;
}

const words = {
  isolate: { verb: 'Isolate', done: 'Isolated', not: 'Not isolated' },
  restore: { verb: 'Restore', done: 'Restored', not: 'Not restored' },
} as const;

export function BreakerActForm({ act, name, next, probes, close }: BreakerActFormProps) {
  const [reason, setReason] = useState('');
  const operate = useActOnBreaker();
  const { verb, done, not } = words[act];
  const provider = providerWord(providerOf(name));
  const ready = reason.trim() !== '';
  const lower = next.map((tier) => tierWord(tier).replace('Tier', 'tier')).join(', then to ');
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
            ? `No worker calls or probes ${provider} any more: photos go to ${lower}. Their scores say which tier read them, and a lower tier is less sure. It stays so, whatever the provider does, until somebody restores it.`
            : `The next photo probes ${provider}. After ${probes} good answers the breaker closes and photos go to it again; if a probe fails it stays open and probes by itself. Until then photos go to ${lower}.`}
        </Alert>
        <ReasonInput
          focusFirst
          description="Required. Shown in the history of the breaker and kept in the audit log."
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
