'use client';
import { Alert, Button, Stack } from '@mantine/core';
import { notifications } from '@mantine/notifications';
import { IconAlertCircle } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { useRouter } from 'next/navigation';
import { type FormEvent, useState } from 'react';
import { reprocessModeWords, versionChoiceWords } from '../../lib/words/batch-words.ts';
import { FaultNotice } from '../../ui/fault-notice.tsx';
import { ownTimeZone } from '../inference/own-time-zone.ts';
import {
  type BatchDraft,
  type DraftScope,
  missingIn,
  newDraft,
  toPreviewInput,
  toStartInput,
} from './draft-batch.ts';
import { DryRun, DryRunLoading } from './dry-run.tsx';
import classes from './new-batch.module.css';
import { PlanFields } from './plan-fields.tsx';
import { batchPreviewQuery } from './preview-batch.ts';
import { ScopeFields } from './scope-fields.tsx';
import { captures, filterInWords } from './scope-words.ts';
import { useStartBatch } from './start-batch.ts';

interface NewBatchFormProps {
  scope: DraftScope;
  /** The captures were chosen elsewhere: the scope is told, not asked for. */
  fixed: boolean;
  close: () => void;
}

/** First what is to be done, then a dry run of it; only after that it can be started. */
export function NewBatchForm({ scope, fixed, close }: NewBatchFormProps) {
  const [draft, setDraft] = useState(() => newDraft(scope));
  const [tried, setTried] = useState(false);
  const missing = missingIn(draft);
  if (tried) return <TriedBatch draft={draft} back={() => setTried(false)} close={close} />;
  const submit = (event: FormEvent) => {
    event.preventDefault();
    if (missing === null) setTried(true);
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

interface TriedBatchProps {
  draft: BatchDraft;
  back: () => void;
  close: () => void;
}

function TriedBatch({ draft, back, close }: TriedBatchProps) {
  const { data: preview, error, refetch } = useQuery(batchPreviewQuery(toPreviewInput(draft)));
  const start = useStartBatch();
  const router = useRouter();
  const confirm = () =>
    start.mutate(toStartInput(draft), {
      onSuccess: (id) => {
        close();
        notifications.show({ title: 'Started', message: 'It goes on by itself, behind all live captures.' });
        router.push(`/batches/${encodeURIComponent(id)}`);
      },
    });
  const against = draft.version ?? versionChoiceWords[draft.versionChoice].word.toLowerCase();
  return (
    <Stack gap="md">
      <div className={classes.scope}>
        <b>{reprocessModeWords[draft.mode].word}</b>: {scopeOf(draft)}, against {against}.{' '}
        {draft.mode === 'RELEASE' || draft.publishAtOnce
          ? 'The new scores count at once.'
          : 'The new scores count when somebody publishes them.'}
      </div>
      {preview ? <DryRun preview={preview} /> : null}
      {!preview && error ? <FaultNotice fault={error} retry={refetch} /> : null}
      {!preview && !error ? <DryRunLoading /> : null}
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
    : filterInWords(scope.filter, ownTimeZone());
