import type { Database, Transaction } from '@gondola/db';
import { type SQL, sql } from 'drizzle-orm';
import { heldCandidates } from './held-candidates.ts';
import { type Holding, heldBecause, holdings } from './hold-reason.ts';
import {
  inOrderOf,
  isWithin,
  joinPhotoFacts,
  type PhotoColumns,
  type PhotoRange,
  photoColumns,
  type RetainedPhoto,
  readColumns,
} from './photo-pages.ts';
import type { RetentionPolicy } from './retention-policy.ts';

/** More than a person reads. The holdings of each candidate are computed for every page. */
const maxCandidates = 10_000;

export interface HeldCount {
  holding: Holding;
  photos: number;
  /** True when only `maxCandidates` candidates were checked, so there may be more. */
  limitReached: boolean;
}

/** Counts the photos that each holding keeps now under `policy`, in the order of `holdings`. */
export async function countHeldPhotos(
  db: Database | Transaction,
  policy: RetentionPolicy,
): Promise<HeldCount[]> {
  const counts: HeldCount[] = [];
  for (const holding of holdings) counts.push(await countHeldBy(db, policy, holding));
  return counts;
}

/** Counts the photos of one holding. */
export async function countHeldBy(
  db: Database | Transaction,
  policy: RetentionPolicy,
  holding: Holding,
): Promise<HeldCount> {
  const { rows } = await db.execute<{ photos: number; limitReached: boolean }>(sql`
    ${withCandidates(policy, holding)}
    select count(*)::int as photos, (select count(*) from candidate) > ${maxCandidates} as "limitReached"
    from held`);
  const [row = { photos: 0, limitReached: false }] = rows;
  return { holding, ...row };
}

/**
 * Reads photos that one holding keeps now. A photo with several holdings is listed under the one that an expiry would
 * report.
 */
export async function readHeldPhotos(
  db: Database | Transaction,
  { policy, holding }: { policy: RetentionPolicy; holding: Holding },
  range: PhotoRange,
): Promise<RetainedPhoto[]> {
  const { rows } = await db.execute<PhotoColumns>(sql`
    ${withCandidates(policy, holding)},
    page as materialized (
      select held.sha256 from held where ${isWithin(sql`held.sha256`, range)}
      order by ${inOrderOf(sql`held.sha256`, range)} limit ${range.limit})
    select ${photoColumns} from page join image i on i.sha256 = page.sha256 ${joinPhotoFacts(policy)}
    order by ${inOrderOf(sql`i.sha256`, range)}`);
  return rows.map((row) => readColumns(row, holding));
}

/** SQL: `held`, the photos of existing captures that this holding keeps. */
const withCandidates = (policy: RetentionPolicy, holding: Holding): SQL => sql`
  with candidate as materialized (${heldCandidates[holding](policy, maxCandidates + 1)}),
  photo as materialized (
    select candidate.sha256 from candidate where candidate.sha256 is not null
    group by candidate.sha256 order by min(candidate.at), candidate.sha256 limit ${maxCandidates}),
  held as materialized (
    select i.sha256 from photo join image i on i.sha256 = photo.sha256
    where i.expired_at is null and exists (select from capture n where n.sha256 = i.sha256)
      and ${heldBecause(policy)} = ${holding})`;
