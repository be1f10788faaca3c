import { readBatchScope } from '../../lib/batches/batch-scope.ts';
import type { BatchSummary } from '../../lib/batches/batch-summary.ts';

/** Long enough to see how a release ended, short enough to keep the queue in view. */
const shownAfterEndMs = 10 * 60_000;

/** Returns the drift batches that are still relevant: running, ready to publish, or just ended. */
export function shownBatches(batches: readonly BatchSummary[], now: number): BatchSummary[] {
  const byId = new Map(batches.map((batch) => [batch.id, batch]));
  return [...byId.values()].filter(({ scope, endedAt, state }) => {
    const kind = readBatchScope(scope)?.kind;
    if (kind !== 'DRIFT_GROUP' && kind !== 'SILENT_DRIFT') return false;
    return endedAt === null || state === 'DONE' || now - Date.parse(endedAt) < shownAfterEndMs;
  });
}

/** Returns the open batch that releases this group, if there is one. */
export const releaseOf = (
  batches: readonly BatchSummary[],
  group: { bay: { id: string }; taggedVersion: string },
): BatchSummary | undefined =>
  batches.find(({ scope, bay, endedAt }) => {
    const known = readBatchScope(scope);
    return (
      endedAt === null &&
      known?.kind === 'DRIFT_GROUP' &&
      bay?.id === group.bay.id &&
      known.taggedVersion === group.taggedVersion
    );
  });

/** Returns the batch that scores this silent drift against its better version, until it is published or cancelled. */
export const rescoreOf = (
  batches: readonly BatchSummary[],
  group: { bay: { id: string }; better: { label: string } },
): BatchSummary | undefined =>
  batches.find(
    ({ scope, bay, version, endedAt, state }) =>
      (endedAt === null || state === 'DONE' || state === 'PUBLISHING') &&
      readBatchScope(scope)?.kind === 'SILENT_DRIFT' &&
      bay?.id === group.bay.id &&
      version?.label === group.better.label,
  );
