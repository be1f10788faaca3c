'use client';
import { Alert, Button, Group, Stack } from '@mantine/core';
import { useDebouncedValue } from '@mantine/hooks';
import { notifications } from '@mantine/notifications';
import { IconAlertCircle } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useActivateVersion } from './activate-version.ts';
import { newActivation, toActivationInput } from './activation-draft.ts';
import { ActivationFields } from './activation-fields.tsx';
import { outcomeLabel } from './activation-labels.ts';
import { ConsequencePanel } from './consequence-panel.tsx';
import { aislesQuery } from './list-aisles.ts';
import { activationPreviewQuery } from './preview-activation.ts';

/** Delay after the last keystroke before the consequences are requested. */
const settleMs = 300;

interface ActivationFormProps {
  label: string;
  close: () => void;
  editGroups: () => void;
}

export function ActivationForm({ label, close, editGroups }: ActivationFormProps) {
  const { data: aisles = [] } = useQuery(aislesQuery(label));
  const [entered, setDraft] = useState(() => newActivation(''));
  const [aisleTouched, setAisleTouched] = useState(false);
  const only = aisles.length === 1 ? (aisles[0] ?? '') : '';
  // The only aisle of the planogram is suggested until the person enters another.
  const draft = aisleTouched ? entered : { ...entered, aisle: only };
  const input = toActivationInput(label, draft);
  const wanted = JSON.stringify(input);
  const [settled] = useDebouncedValue(wanted, settleMs);
  const preview = useQuery(activationPreviewQuery(settled === 'null' ? null : JSON.parse(settled)));
  const activate = useActivateVersion();
  const consequences = settled === wanted && input ? (preview.data?.consequences ?? null) : null;
  const ready = consequences !== null && consequences.baysTotal > 0;

  const confirm = () => {
    if (!input || !ready) return;
    activate.mutate(input, {
      onSuccess: ({ activation }) => {
        const outcome = activation?.outcome;
        notifications.show(
          input.at
            ? { title: 'Planned', message: `${label} becomes active by itself at that time.` }
            : {
                title: 'Activated',
                message: outcome
                  ? `${label}: ${outcomeLabel(outcome, activation.capturesReleased)}.`
                  : `${label} is the active version from now on.`,
              },
        );
        close();
      },
    });
  };

  return (
    <Stack gap="md">
      <ActivationFields
        draft={draft}
        setDraft={(next) => {
          setAisleTouched(aisleTouched || next.aisle !== draft.aisle);
          setDraft(next);
        }}
        aisles={aisles}
        editGroups={editGroups}
      />
      <ConsequencePanel
        label={label}
        isComplete={input !== null}
        preview={settled === wanted ? preview.data : undefined}
        fault={preview.error}
        retry={preview.refetch}
      />
      {activate.error ? (
        <Alert icon={<IconAlertCircle />} color="red" role="alert" title="Not activated">
          {activate.error.message}
        </Alert>
      ) : null}
      <Group justify="flex-end">
        <Button variant="default" onClick={close}>
          Cancel
        </Button>
        <Button onClick={confirm} loading={activate.isPending} disabled={!ready}>
          {draft.when === 'later' ? 'Plan the activation' : 'Activate now'}
        </Button>
      </Group>
    </Stack>
  );
}
