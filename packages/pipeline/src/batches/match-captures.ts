import {
  bay,
  type CaptureState,
  capture,
  planogramVersion,
  scoreFindings,
  store,
  type Verdict,
} from '@gondola/db';
import { and, eq, gt, gte, inArray, lt, type SQL, sql } from 'drizzle-orm';
import { canonicalAisle } from '../intake/idempotency-key.ts';

/** Which captures: the filter that lists, exports and batches share. What is left out does not narrow. */
export interface CaptureFilter {
  states?: readonly CaptureState[] | null | undefined;
  storeCode?: string | null | undefined;
  aisle?: string | null | undefined;
  planogramVersion?: string | null | undefined;
  tier?: number | null | undefined;
  scoreBelow?: number | null | undefined;
  scoreAtLeast?: number | null | undefined;
  verdict?: Verdict | null | undefined;
  takenAfter?: Date | null | undefined;
  takenBefore?: Date | null | undefined;
}

/** The filter as a condition on `capture`; undefined when it narrows nothing. */
export function matchCaptures(filter: CaptureFilter): SQL | undefined {
  const { states, storeCode, aisle, tier, scoreBelow, scoreAtLeast, verdict, takenAfter, takenBefore } =
    filter;
  return and(
    states ? inArray(capture.state, [...states]) : undefined,
    storeCode
      ? sql`${capture.storeId} in (select ${store.id} from ${store} where ${eq(store.code, storeCode)})`
      : undefined,
    aisle
      ? sql`${capture.bayId} in (select ${bay.id} from ${bay} where ${eq(bay.aisle, canonicalAisle(aisle))})`
      : undefined,
    filter.planogramVersion ? ofVersion(filter.planogramVersion) : undefined,
    typeof tier === 'number' ? eq(capture.tier, tier) : undefined,
    typeof scoreBelow === 'number' ? lt(capture.score, scoreBelow) : undefined,
    typeof scoreAtLeast === 'number' ? gte(capture.score, scoreAtLeast) : undefined,
    verdict ? withVerdict(verdict) : undefined,
    takenAfter ? gt(capture.takenAt, takenAfter) : undefined,
    takenBefore ? lt(capture.takenAt, takenBefore) : undefined,
  );
}

/** The version a capture is scored against; until one is chosen, the version it is tagged with. */
const ofVersion = (label: string): SQL => sql`(
  ${capture.pinnedVersionId} in (
    select ${planogramVersion.id} from ${planogramVersion} where ${eq(planogramVersion.label, label)})
  or (${capture.pinnedVersionId} is null and ${eq(capture.taggedVersion, label)}))`;

const withVerdict = (verdict: Verdict): SQL => sql`exists (
  select 1 from ${scoreFindings}
  where ${scoreFindings.scoreId} = ${capture.currentScoreId} and ${scoreFindings.verdictCounts} ? ${verdict}::text)`;
