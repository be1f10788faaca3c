import {
  bay,
  type CaptureState,
  capture,
  effectiveTakenAt,
  planogramVersion,
  scoreFindings,
  store,
  type Verdict,
} from '@gondola/db';
import { and, eq, gt, gte, inArray, lt, type SQL, sql } from 'drizzle-orm';
import { canonicalAisle } from '../aisle.ts';

/** The filter that lists, exports and batches share. Missing fields do not restrict the result. */
export interface CaptureFilter {
  states?: readonly CaptureState[] | null | undefined;
  storeCode?: string | null | undefined;
  aisle?: string | null | undefined;
  planogramVersion?: string | null | undefined;
  tier?: number | null | undefined;
  scoreBelow?: number | null | undefined;
  scoreAtLeast?: number | null | undefined;
  verdict?: Verdict | null | undefined;
  /** Exactly this firmware. */
  firmware?: string | null | undefined;
  /** This camera model, in any case, as quality rules compare it. */
  cameraModel?: string | null | undefined;
  takenAfter?: Date | null | undefined;
  takenBefore?: Date | null | undefined;
}

/** Converts the filter to a condition on `capture`; undefined when nothing is restricted. */
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
    filter.firmware ? eq(capture.firmware, filter.firmware) : undefined,
    filter.cameraModel ? sql`lower(${capture.cameraModel}) = lower(${filter.cameraModel}::text)` : undefined,
    takenAfter ? gt(effectiveTakenAt, takenAfter) : undefined,
    takenBefore ? lt(effectiveTakenAt, takenBefore) : undefined,
  );
}

/** The version against which a capture is scored; before it is chosen, the tagged version. */
const ofVersion = (label: string): SQL => sql`(
  ${capture.pinnedVersionId} in (
    select ${planogramVersion.id} from ${planogramVersion} where ${eq(planogramVersion.label, label)})
  or (${capture.pinnedVersionId} is null and ${eq(capture.taggedVersion, label)}))`;

const withVerdict = (verdict: Verdict): SQL => sql`exists (
  select 1 from ${scoreFindings}
  where ${scoreFindings.scoreId} = ${capture.currentScoreId} and ${scoreFindings.verdictCounts} ? ${verdict}::text)`;
