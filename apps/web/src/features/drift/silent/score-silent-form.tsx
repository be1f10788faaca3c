'use client';
import { Radio, Stack } from '@mantine/core';
import { notifications } from '@mantine/notifications';
import { useQuery } from '@tanstack/react-query';
import { type FormEvent, useState } from 'react';
import { reprocessModeWords } from '../../lib/words/batch-words.ts';
import { FaultNotice } from '../../ui/fault-notice.tsx';
import { FormFoot } from '../../ui/form-foot.tsx';
import { ReasonInput } from '../../ui/reason-input.tsx';
import { DryRun, DryRunLoading } from '../batches/dry-run.tsx';
import { batchPreviewQuery } from '../batches/preview-batch.ts';
import { useStartBatch } from '../batches/start-batch.ts';
import type { SilentDriftGroup } from './list-silent-drift-groups.ts';
import { needsLooking } from './needs-looking.ts';

/** Scores a group against the version that its shelf follows; a dry run says what comes of it. */
export function ScoreSilentForm({ group, close }: { group: SilentDriftGroup; close: () => void }) {
  const { bay, pinned, better } = group;
  const [chosen, setChosen] = useState<'RESCORE' | 'REINFER' | null>(null);
  const [reason, setReason] = useState(`The shelf of bay ${bay.aisle} follows ${better.label}`);
  const start = useStartBatch();
  const plan = {
    scope: { silentDrift: { bayId: bay.id, pinnedVersionId: pinned.id, betterVersionId: better.id } },
    versionChoice: 'GIVEN',
    version: better.label,
  } as const;
  const rescoring = useQuery(batchPreviewQuery({ ...plan, mode: 'RESCORE' }));
  const looking = useQuery({
    ...batchPreviewQuery({ ...plan, mode: 'REINFER' }),
    enabled: chosen === 'REINFER' || needsLooking(rescoring.data),
  });
  const mustLook = needsLooking(rescoring.data);
  const mode = mustLook ? 'REINFER' : (chosen ?? 'RESCORE');
  const { data: preview, error, refetch } = mode === 'RESCORE' ? rescoring : looking;
  const ready = preview !== undefined && preview.eligible > 0 && reason.trim() !== '';

  const submit = (event: FormEvent) => {
    event.preventDefault();
    if (!ready) return;
    start.mutate(
      { ...plan, mode, publishAtOnce: false, reason: reason.trim() },
      {
        onSuccess: () => {
          close();
          notifications.show({
            title: 'Started',
            message: 'The new scores count when somebody publishes the batch.',
          });
        },
      },
    );
  };

  return (
    <form onSubmit={submit}>
      <Stack gap="md">
        <div>
          The captures are scored against <b>{better.label}</b>, as one batch. Their present scores against{' '}
          {pinned.label} stay the current ones until somebody publishes it.
        </div>
        <Radio.Group
          label="How"
          value={mode}
          onChange={(value) => setChosen(value === 'REINFER' ? 'REINFER' : 'RESCORE')}
        >
          <Stack gap="sm" mt="xs">
            <Radio
              value="RESCORE"
              label={reprocessModeWords.RESCORE.word}
              disabled={mustLook}
              description={
                mustLook
                  ? `Not possible here: tier 3 looked only at the places of ${pinned.label}.`
                  : `${reprocessModeWords.RESCORE.meaning} Captures that tier 3 read need to be looked at again, and are skipped.`
              }
            />
            <Radio
              value="REINFER"
              label={reprocessModeWords.REINFER.word}
              description={reprocessModeWords.REINFER.meaning}
            />
          </Stack>
        </Radio.Group>
        {preview ? <DryRun preview={preview} /> : null}
        {!preview && error ? <FaultNotice fault={error} retry={refetch} /> : null}
        {!preview && !error ? <DryRunLoading /> : null}
        <ReasonInput
          focusFirst
          description="Shown beside the batch and kept in the audit log."
          value={reason}
          onChange={setReason}
        />
        <FormFoot
          error={start.error}
          failed="Not started"
          close={close}
          submit="Start the batch"
          isPending={start.isPending}
          ready={ready}
        />
      </Stack>
    </form>
  );
}
