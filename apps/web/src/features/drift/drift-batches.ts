import type { BatchGlance } from '../batches/batch-glance.ts';
import { readScope } from '../batches/scope-words.ts';

/** Long enough to see how a release ended after looking elsewhere, short enough to leave the queue to what waits. */
const keptMs = 10 * 60_000;

/** Of some batches those that are about drift and still say something: under way, to be published, or just ended. */
export function shownBatches(batches: readonly BatchGlance[], now: number): BatchGlance[] {
  const byId = new Map(batches.map((batch) => [batch.id, batch]));
  return [...byId.values()].filter(({ scope, endedAt, state }) => {
    const kind = readScope(scope)?.kind;
    if (kind !== 'DRIFT_GROUP' && kind !== 'SILENT_DRIFT') return false;
    return endedAt === null || state === 'DONE' || now - Date.parse(endedAt) < keptMs;
  });
}

/** The open batch that releases this group, if one does. */
export const releaseOf = (
  batches: readonly BatchGlance[],
  group: { bay: { id: string }; taggedVersion: string },
): BatchGlance | undefined =>
  batches.find(({ scope, bay, endedAt }) => {
    const kept = readScope(scope);
    return (
      endedAt === null &&
      kept?.kind === 'DRIFT_GROUP' &&
      bay?.id === group.bay.id &&
      kept.taggedVersion === group.taggedVersion
    );
  });

/** The batch that scores this silent drift against its better version, until it is published or given up. */
export const rescoreOf = (
  batches: readonly BatchGlance[],
  group: { bay: { id: string }; better: { label: string } },
): BatchGlance | undefined =>
  batches.find(
    ({ scope, bay, version, endedAt, state }) =>
      (endedAt === null || state === 'DONE' || state === 'PUBLISHING') &&
      readScope(scope)?.kind === 'SILENT_DRIFT' &&
      bay?.id === group.bay.id &&
      version?.label === group.better.label,
  );
