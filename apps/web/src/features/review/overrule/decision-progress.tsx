'use client';
import { Alert, Button, Group, Loader } from '@mantine/core';
import { IconAlertCircle, IconRefresh } from '@tabler/icons-react';
import type { UseMutationResult } from '@tanstack/react-query';
import classes from './decision-progress.module.css';
import { ScoreChanged } from './overrule-verdict.ts';
import type { VerdictDecision } from './verdict-decision.ts';

interface DecisionProgressProps {
  overrule: Pick<
    UseMutationResult<unknown, Error, VerdictDecision>,
    'isPending' | 'error' | 'variables' | 'reset' | 'mutate'
  >;
  /** Fetches the current capture. */
  reload: () => void;
}

/** Shows a decision that is being sent, or that was refused, and offers what to do. */
export function DecisionProgress({ overrule, reload }: DecisionProgressProps) {
  const { isPending, error, variables, reset, mutate } = overrule;
  if (isPending)
    return (
      <p className={classes.pending} role="status">
        <Loader size={14} aria-hidden /> The score is being recomputed …
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
          Dismiss
        </Button>
      </Group>
    </Alert>
  );
}
