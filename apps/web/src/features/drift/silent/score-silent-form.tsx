'use client';
import { Radio, Stack } from '@mantine/core';
import { notifications } from '@mantine/notifications';
import { useQuery } from '@tanstack/react-query';
import { type FormEvent, useState } from 'react';
import { reprocessModeLabels } from '../../../labels/batch-labels.ts';
import { batchPreviewQuery } from '../../../lib/batches/preview-batch.ts';
import { useStartBatch } from '../../../lib/batches/start-batch.ts';
import { FormFoot } from '../../../ui/form-foot.tsx';
import { ReasonInput } from '../../../ui/reason-input.tsx';
import type { DriftSlots } from '../drift-slots.ts';
import type { SilentDriftGroup } from './list-silent-drift-groups.ts';
import { needsDetection } from './needs-detection.ts';

interface ScoreSilentFormProps extends Pick<DriftSlots, 'dryRun'> {
  group: SilentDriftGroup;
  close: () => void;
}

/** Scores a group against the version that its shelf follows; a dry run shows the effect. */
export function ScoreSilentForm({ group, close, dryRun }: ScoreSilentFormProps) {
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
  const detecting = useQuery({
    ...batchPreviewQuery({ ...plan, mode: 'REINFER' }),
    enabled: chosen === 'REINFER' || needsDetection(rescoring.data),
  });
  const mustLook = needsDetection(rescoring.data);
  const mode = mustLook ? 'REINFER' : (chosen ?? 'RESCORE');
  const query = mode === 'RESCORE' ? rescoring : detecting;
  const { data: preview } = query;
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
            message: 'The new scores count when the batch is published.',
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
          {pinned.label} stay the current ones until the batch is published.
        </div>
        <Radio.Group
          label="How"
          value={mode}
          onChange={(value) => setChosen(value === 'REINFER' ? 'REINFER' : 'RESCORE')}
        >
          <Stack gap="sm" mt="xs">
            <Radio
              value="RESCORE"
              label={reprocessModeLabels.RESCORE.label}
              disabled={mustLook}
              description={
                mustLook
                  ? `Not possible here: tier 3 detected only at the positions of ${pinned.label}.`
                  : `${reprocessModeLabels.RESCORE.meaning} Captures that tier 3 read need a new detection, and are skipped.`
              }
            />
            <Radio
              value="REINFER"
              label={reprocessModeLabels.REINFER.label}
              description={reprocessModeLabels.REINFER.meaning}
            />
          </Stack>
        </Radio.Group>
        {dryRun(query)}
        <ReasonInput
          focusFirst
          description="Shown with the batch and recorded in the audit log."
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
