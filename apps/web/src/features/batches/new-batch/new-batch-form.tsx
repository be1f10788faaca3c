'use client';
import { Alert, Button, Stack } from '@mantine/core';
import { notifications } from '@mantine/notifications';
import { IconAlertCircle } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { useRouter } from 'next/navigation';
import { type FormEvent, useState } from 'react';
import { reprocessModeLabels, versionChoiceLabels } from '../../../labels/batch-labels.ts';
import { captureFilterLabel } from '../../../labels/batch-scope-labels.ts';
import { captures } from '../../../labels/counts.ts';
import type { NewBatchScope } from '../../../lib/batches/batch-scope.ts';
import { batchPreviewQuery } from '../../../lib/batches/preview-batch.ts';
import { useStartBatch } from '../../../lib/batches/start-batch.ts';
import { ownTimeZone } from '../../../lib/own-time-zone.ts';
import { type BatchDraft, missingIn, newDraft, toPreviewInput, toStartInput } from './batch-draft.ts';
import { DryRun } from './dry-run.tsx';
import classes from './new-batch.module.css';
import { PlanFields } from './plan-fields.tsx';
import { ScopeFields } from './scope-fields.tsx';

interface NewBatchFormProps {
  scope: NewBatchScope;
  /** The captures were chosen elsewhere: the scope is shown, not asked for. */
  fixed: boolean;
  close: () => void;
}

/** Asks for the parameters, then shows a dry run; only after the dry run can the batch be started. */
export function NewBatchForm({ scope, fixed, close }: NewBatchFormProps) {
  const [draft, setDraft] = useState(() => newDraft(scope));
  const [isDryRun, setIsDryRun] = useState(false);
  const missing = missingIn(draft);
  if (isDryRun) return <DryRunStep draft={draft} back={() => setIsDryRun(false)} close={close} />;
  const submit = (event: FormEvent) => {
    event.preventDefault();
    if (missing === null) setIsDryRun(true);
  };
  return (
    <form onSubmit={submit} noValidate>
      <Stack gap="md">
        {fixed || draft.scope.kind === 'CAPTURES' ? (
          <div className={classes.scope}>{scopeOf(draft)}</div>
        ) : (
          <ScopeFields
            filter={draft.scope.filter}
            onChange={(filter) => setDraft({ ...draft, scope: { kind: 'FILTER', filter } })}
          />
        )}
        <PlanFields draft={draft} setDraft={setDraft} />
        <div className={classes.footer}>
          <p aria-live="polite">{missing}</p>
          <Button variant="default" onClick={close}>
            Cancel
          </Button>
          <Button type="submit" disabled={missing !== null}>
            Dry run
          </Button>
        </div>
      </Stack>
    </form>
  );
}

interface DryRunStepProps {
  draft: BatchDraft;
  back: () => void;
  close: () => void;
}

function DryRunStep({ draft, back, close }: DryRunStepProps) {
  const dryRun = useQuery(batchPreviewQuery(toPreviewInput(draft)));
  const { data: preview } = dryRun;
  const start = useStartBatch();
  const router = useRouter();
  const confirm = () =>
    start.mutate(toStartInput(draft), {
      onSuccess: (id) => {
        close();
        notifications.show({
          title: 'Started',
          message: 'The batch runs in the background, with lower priority than live captures.',
        });
        router.push(`/batches/${encodeURIComponent(id)}`);
      },
    });
  const against = draft.version ?? versionChoiceLabels[draft.versionChoice].label.toLowerCase();
  return (
    <Stack gap="md">
      <div className={classes.scope}>
        <b>{reprocessModeLabels[draft.mode].label}</b>: {scopeOf(draft)}, against {against}.{' '}
        {draft.mode === 'RELEASE' || draft.publishAtOnce
          ? 'The new scores count at once.'
          : 'The new scores count after publishing.'}
      </div>
      <DryRun query={dryRun} />
      {start.error ? (
        <Alert icon={<IconAlertCircle />} color="red" role="alert" title="Not started">
          {start.error.message}
        </Alert>
      ) : null}
      <div className={classes.footer}>
        <p />
        <Button variant="default" onClick={back}>
          Back
        </Button>
        <Button onClick={confirm} loading={start.isPending} disabled={!preview || preview.eligible === 0}>
          {preview ? `Start with ${captures(preview.captures)}` : 'Start'}
        </Button>
      </div>
    </Stack>
  );
}

const scopeOf = ({ scope }: BatchDraft): string =>
  scope.kind === 'CAPTURES'
    ? `${captures(scope.captureIds.length)} chosen by hand`
    : captureFilterLabel(scope.filter, ownTimeZone());
