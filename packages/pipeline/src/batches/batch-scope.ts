import { capture, captureStates, driftItem, silentDrift, verdicts } from '@gondola/db';
import { and, eq, inArray, isNull, type SQL, sql } from 'drizzle-orm';
import { z } from 'zod';
import { capturesOfOutage } from '../store/breaker/captures-of-outage.ts';
import { matchCaptures } from '../store/match-captures.ts';

const instant = z.iso.datetime({ offset: true }).transform((text) => new Date(text));

/** Which captures a batch is for, as its row keeps it. The filter is the one that lists and exports use. */
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
      takenAfter: instant.nullish(),
      takenBefore: instant.nullish(),
    }),
  }),
  /** What waits in the drift queue of one bay under one tag. */
  z.object({ kind: z.literal('DRIFT_GROUP'), bayId: z.uuid(), taggedVersion: z.string() }),
  /** What is suspected to follow another version than its tag says. */
  z.object({
    kind: z.literal('SILENT_DRIFT'),
    bayId: z.uuid(),
    pinnedVersionId: z.uuid(),
    betterVersionId: z.uuid(),
  }),
  /** What a lower tier scored while a provider was out. */
  z.object({ kind: z.literal('OUTAGE'), breaker: z.string(), from: instant, to: instant }),
]);

export type BatchScope = z.output<typeof batchScope>;

/** The scope as a condition on `capture`; undefined is every capture. */
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
