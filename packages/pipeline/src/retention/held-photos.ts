import type { Database, Transaction } from '@gondola/db';
import { type SQL, sql } from 'drizzle-orm';
import { type Holding, heldBecause, holdings } from './held-because.ts';
import { heldCandidates } from './held-candidates.ts';
import {
  inOrderOf,
  isWithin,
  joinTold,
  type PhotoColumns,
  type PhotoRange,
  photoColumns,
  type RetainedPhoto,
  readColumns,
} from './photo-pages.ts';
import type { RetentionPolicy } from './retention-policy.ts';

/** Far more than a person looks through; each is asked what holds it whenever a page is read. */
const mostCandidates = 10_000;

export interface HeldCount {
  holding: Holding;
  photos: number;
  /** There may be more: only so many candidates were asked. */
  limitReached: boolean;
}

/** How many photos of captures each holding keeps at this moment, under `policy`; in the order of `holdings`. */
export async function countHeldPhotos(
  db: Database | Transaction,
  policy: RetentionPolicy,
): Promise<HeldCount[]> {
  const counts: HeldCount[] = [];
  for (const holding of holdings) counts.push(await countHeldBy(db, policy, holding));
  return counts;
}

/** One of these counts. */
export async function countHeldBy(
  db: Database | Transaction,
  policy: RetentionPolicy,
  holding: Holding,
): Promise<HeldCount> {
  const { rows } = await db.execute<{ photos: number; limitReached: boolean }>(sql`
    ${withCandidates(policy, holding)}
    select count(*)::int as photos, (select count(*) from candidate) > ${mostCandidates} as "limitReached"
    from held`);
  const [row = { photos: 0, limitReached: false }] = rows;
  return { holding, ...row };
}

/**
 * Photos that stay because of one holding, as of this moment. Where more than one capture or thing holds a photo, it is
 * listed under the one that an expiry would name.
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
    select ${photoColumns} from page join image i on i.sha256 = page.sha256 ${joinTold(policy)}
    order by ${inOrderOf(sql`i.sha256`, range)}`);
  return rows.map((row) => readColumns(row, holding));
}

/** SQL: `held`, the photos of captures that are there and that this holding keeps. */
const withCandidates = (policy: RetentionPolicy, holding: Holding): SQL => sql`
  with candidate as materialized (${heldCandidates[holding](policy, mostCandidates + 1)}),
  photo as materialized (
    select candidate.sha256 from candidate where candidate.sha256 is not null
    group by candidate.sha256 order by min(candidate.at), candidate.sha256 limit ${mostCandidates}),
  held as materialized (
    select i.sha256 from photo join image i on i.sha256 = photo.sha256
    where i.expired_at is null and exists (select from capture n where n.sha256 = i.sha256)
      and ${heldBecause(policy)} = ${holding})`;
