'use client';
import { Alert, Radio, Stack } from '@mantine/core';
import { notifications } from '@mantine/notifications';
import { IconInfoCircle } from '@tabler/icons-react';
import { type FormEvent, useState } from 'react';
import type { DriftReleaseMode } from '../../../generated/graphql.ts';
import { captures } from '../../../labels/counts.ts';
import { useStartBatch } from '../../../lib/batches/start-batch.ts';
import { FormFoot } from '../../../ui/form-foot.tsx';
import { ReasonInput } from '../../../ui/reason-input.tsx';
import { consequence, hintOf, releaseModeLabels, whyNot } from './drift-labels.ts';
import type { DriftGroup } from './list-drift-groups.ts';

const modes = Object.keys(releaseModeLabels) as DriftReleaseMode[];

/** Asks for the version of a group, and starts the batch that releases it. */
export function ReleaseForm({ group, close }: { group: DriftGroup; close: () => void }) {
  const [mode, setMode] = useState<DriftReleaseMode | null>(group.modes[0] ?? null);
  const [reason, setReason] = useState(`Drift of bay ${group.bay.aisle}, tagged ${group.taggedVersion}`);
  const start = useStartBatch();
  const ready = mode !== null && reason.trim() !== '';

  const submit = (event: FormEvent) => {
    event.preventDefault();
    if (!ready) return;
    start.mutate(
      {
        scope: { driftGroup: { bayId: group.bay.id, taggedVersion: group.taggedVersion } },
        mode: 'RELEASE',
        versionChoice: mode,
        publishAtOnce: true,
        reason: reason.trim(),
      },
      {
        onSuccess: () => {
          close();
          notifications.show({
            title: 'The release has started',
            message: `Scoring follows for ${captures(group.count)}, with lower priority than live ones.`,
          });
        },
      },
    );
  };

  return (
    <form onSubmit={submit}>
      <Stack gap="md">
        <Radio.Group
          label="Score them against"
          value={mode}
          onChange={(value) => setMode(value as DriftReleaseMode)}
        >
          <Stack gap="sm" mt="xs">
            {modes.map((choice) => {
              const possible = group.modes.includes(choice);
              return (
                <Radio
                  key={choice}
                  value={choice}
                  label={releaseModeLabels[choice]}
                  description={possible ? hintOf(choice) : whyNot(choice, group)}
                  disabled={!possible}
                />
              );
            })}
          </Stack>
        </Radio.Group>
        <ReasonInput
          focusFirst
          description="Shown with the batch and recorded in the audit log."
          value={reason}
          onChange={setReason}
        />
        <div aria-live="polite">
          {mode ? (
            <Alert icon={<IconInfoCircle />} color="ink" variant="light">
              {consequence(group, mode)}
            </Alert>
          ) : null}
        </div>
        <FormFoot
          error={start.error}
          failed="Not released"
          close={close}
          submit={`Release ${group.count.toLocaleString('en')}`}
          isPending={start.isPending}
          ready={ready}
        />
      </Stack>
    </form>
  );
}
