import { capture, captureStates, driftItem, silentDrift, verdicts } from '@gondola/db';
import { and, eq, inArray, isNull, type SQL, sql } from 'drizzle-orm';
import { z } from 'zod';
import { capturesOfOutage } from '../breakers/rows/captures-of-outage.ts';
import { matchCaptures } from './match-captures.ts';

const instant = z.iso.datetime({ offset: true }).transform((text) => new Date(text));

/** The scope of a batch, as stored in its row. The filter is the same as that of lists and exports. */
export const batchScope = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('CAPTURES'), captureIds: z.array(z.uuid()).min(1) }),
  z.object({
    kind: z.literal('FILTER'),
    filter: z.object({
      states: z.array(z.enum(captureStates)).nullish(),
      storeCode: z.string().nullish(),
      aisle: z.string().nullish(),
      planogramVersion: z.string().nullish(),
      tier: z.int().nullish(),
      scoreBelow: z.number().nullish(),
      scoreAtLeast: z.number().nullish(),
      verdict: z.enum(verdicts).nullish(),
      firmware: z.string().nullish(),
      cameraModel: z.string().nullish(),
      takenAfter: instant.nullish(),
      takenBefore: instant.nullish(),
    }),
  }),
  /** Captures in the drift queue with this bay and tag. */
  z.object({ kind: z.literal('DRIFT_GROUP'), bayId: z.uuid(), taggedVersion: z.string() }),
  /** Captures with an open suspicion that the shelf follows another version than the pinned one. */
  z.object({
    kind: z.literal('SILENT_DRIFT'),
    bayId: z.uuid(),
    pinnedVersionId: z.uuid(),
    betterVersionId: z.uuid(),
  }),
  /** Captures that a lower tier scored during a provider's outage. */
  z.object({ kind: z.literal('OUTAGE'), breaker: z.string(), from: instant, to: instant }),
]);

export type BatchScope = z.output<typeof batchScope>;

/** Converts the scope to a condition on `capture`; undefined means every capture. */
export function capturesInScope(scope: BatchScope): SQL | undefined {
  switch (scope.kind) {
    case 'CAPTURES':
      return inArray(capture.id, scope.captureIds);
    case 'FILTER':
      return matchCaptures(scope.filter);
    case 'DRIFT_GROUP':
      return sql`${capture.id} in (select ${driftItem.captureId} from ${driftItem} where ${and(
        eq(driftItem.bayId, scope.bayId),
        eq(driftItem.taggedVersion, scope.taggedVersion),
        isNull(driftItem.releasedAt),
      )})`;
    case 'SILENT_DRIFT':
      return sql`${capture.id} in (select ${silentDrift.captureId} from ${silentDrift} where ${and(
        eq(silentDrift.bayId, scope.bayId),
        eq(silentDrift.pinnedVersionId, scope.pinnedVersionId),
        eq(silentDrift.betterVersionId, scope.betterVersionId),
        isNull(silentDrift.endedAt),
      )})`;
    case 'OUTAGE':
      return sql`${capture.id} in (${capturesOfOutage(scope)})`;
  }
}
