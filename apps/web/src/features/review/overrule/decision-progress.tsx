'use client';
import { Alert, Button, Group, Loader } from '@mantine/core';
import { IconAlertCircle, IconRefresh } from '@tabler/icons-react';
import type { UseMutationResult } from '@tanstack/react-query';
import { type Ruling, ScoreChanged } from './overrule-verdict.ts';
import classes from './ruling-progress.module.css';

interface RulingProgressProps {
  overrule: Pick<
    UseMutationResult<unknown, Error, Ruling>,
    'isPending' | 'error' | 'variables' | 'reset' | 'mutate'
  >;
  /** Fetches the capture as it is now. */
  reload: () => void;
}

/** A ruling that is on its way, or that was refused and what can be done about it. */
export function RulingProgress({ overrule, reload }: RulingProgressProps) {
  const { isPending, error, variables, reset, mutate } = overrule;
  if (isPending)
    return (
      <p className={classes.pending} role="status">
        <Loader size={14} aria-hidden /> The score is being made anew …
      </p>
    );
  if (!error) return null;
  const changed = error instanceof ScoreChanged;
  return (
    <Alert
      icon={<IconAlertCircle />}
      color="red"
      role="alert"
      title={`Not overruled: ${variables?.name ?? ''}`}
    >
      {changed ? 'The score has changed meanwhile. ' : ''}
      {error.message}
      <Group gap="xs" mt="xs">
        {changed ? (
          <Button
            size="compact-sm"
            leftSection={<IconRefresh size={14} />}
            onClick={() => {
              reset();
              reload();
            }}
          >
            Show the newest score
          </Button>
        ) : (
          <Button size="compact-sm" onClick={() => variables && mutate(variables)}>
            Try again
          </Button>
        )}
        <Button size="compact-sm" variant="default" onClick={reset}>
          Let go of it
        </Button>
      </Group>
    </Alert>
  );
}
