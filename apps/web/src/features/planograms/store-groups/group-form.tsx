'use client';
import { Group, Stack, Textarea, TextInput } from '@mantine/core';
import { notifications } from '@mantine/notifications';
import { type FormEvent, useState } from 'react';
import { FormFoot } from '../../../ui/form-foot.tsx';
import type { StoreGroup } from './list-store-groups.ts';
import { useSetStoreGroup } from './set-store-group.ts';

interface GroupFormProps {
  /** Null for a new group. */
  from: StoreGroup | null;
  /** Existing codes: the API would change that group, not create another. */
  taken: readonly string[];
  close: () => void;
}

export function GroupForm({ from, taken, close }: GroupFormProps) {
  const [code, setCode] = useState(from?.code ?? '');
  const [name, setName] = useState(from?.name ?? '');
  const [text, setText] = useState(from?.stores.map((store) => store.code).join('\n') ?? '');
  const storeCodes = readCodes(text);
  const set = useSetStoreGroup();
  const isTaken = from === null && taken.includes(code.trim());
  const ready = code.trim() !== '' && name.trim() !== '' && !isTaken;

  const submit = (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault();
    if (!ready) return;
    set.mutate(
      { code: code.trim(), name: name.trim(), storeCodes },
      {
        onSuccess: () => {
          notifications.show({
            title: 'Group saved',
            message: `${name.trim()}: ${storeCodes.length} stores.`,
          });
          close();
        },
      },
    );
  };

  return (
    <form onSubmit={submit}>
      <Stack gap="sm">
        <Group grow align="flex-start">
          <TextInput
            size="xs"
            label="Name"
            placeholder="North, large stores"
            maxLength={200}
            value={name}
            onChange={(event) => setName(event.currentTarget.value)}
            required
            data-autofocus
          />
          <TextInput
            size="xs"
            label="Code"
            placeholder="north-large"
            maxLength={64}
            value={code}
            onChange={(event) => setCode(event.currentTarget.value)}
            disabled={from !== null}
            error={isTaken ? 'A group has this code already' : null}
            required
          />
        </Group>
        <Textarea
          size="xs"
          label="Stores"
          description="Their codes, one a line or with commas; a column of a spreadsheet can be pasted."
          placeholder="4102, 4103"
          value={text}
          onChange={(event) => setText(event.currentTarget.value)}
          rows={5}
        />
        <FormFoot
          error={set.error}
          failed="Not saved"
          close={close}
          closeLabel="Back"
          submit="Save the group"
          isPending={set.isPending}
          ready={ready}
        />
      </Stack>
    </form>
  );
}

/** Splits text into codes. Codes may contain spaces, so only other separators count. */
const readCodes = (text: string): string[] => [
  ...new Set(
    text
      .split(/[\n\t,;]/)
      .map((code) => code.trim())
      .filter(Boolean),
  ),
];
