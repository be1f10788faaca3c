'use client';
import { Alert, Button, Group, Radio, Stack } from '@mantine/core';
import { notifications } from '@mantine/notifications';
import { IconAlertCircle, IconInfoCircle } from '@tabler/icons-react';
import { useState } from 'react';
import type { DriftReleaseMode } from '../../generated/graphql.ts';
import { consequence, modeWords, outcome, whyNot } from './drift-words.ts';
import type { DriftGroup } from './list-drift-groups.ts';
import { useReleaseDrift } from './release-drift.ts';

const modes = Object.keys(modeWords) as DriftReleaseMode[];

export function ReleaseForm({ group, close }: { group: DriftGroup; close: () => void }) {
  const [mode, setMode] = useState<DriftReleaseMode | null>(group.modes[0] ?? null);
  const release = useReleaseDrift();

  const confirm = () => {
    if (!mode) return;
    release.mutate(
      { bayId: group.bay.id, taggedVersion: group.taggedVersion, mode },
      {
        onSuccess: (release) => {
          notifications.show({ title: 'Released', message: outcome(release) });
          close();
        },
      },
    );
  };

  return (
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
                label={modeWords[choice]}
                description={possible ? null : whyNot(choice, group)}
                disabled={!possible}
              />
            );
          })}
        </Stack>
      </Radio.Group>
      <div aria-live="polite">
        {mode ? (
          <Alert icon={<IconInfoCircle />} color="ink" variant="light">
            {consequence(group, mode)}
          </Alert>
        ) : null}
      </div>
      {release.error ? (
        <Alert icon={<IconAlertCircle />} color="red" role="alert" title="Not released">
          {release.error.message}
        </Alert>
      ) : null}
      <Group justify="flex-end">
        <Button variant="default" onClick={close}>
          Cancel
        </Button>
        <Button onClick={confirm} loading={release.isPending} disabled={!mode}>
          Release {group.count.toLocaleString('en')}
        </Button>
      </Group>
    </Stack>
  );
}
