import type { Database, Transaction } from '@gondola/db';
import { type SQL, sql } from 'drizzle-orm';
import { daysOf, type Holding } from './hold-reason.ts';
import type { RetentionPolicy } from './retention-policy.ts';

/** A photo as the retention policy sees it. */
export interface RetainedPhoto {
  /** SHA-256 of the original, as hex digits. */
  sha256: string;
  byteLength: number;
  /** The number of captures that show the photo. */
  captureCount: number;
  /** The reason for which the photo stays now; null when there is none, or when the photo has expired. */
  heldBecause: Holding | null;
  /**
   * When the days of all its captures are over. Null when a capture is not ARCHIVED or its photo is stored for ever.
   */
  dueAt: Date | null;
}

/**
 * A range of photos by their SHA-256, without its ends: ascending, or from `before` backwards when `reverse` is true.
 */
export interface PhotoRange {
  after: string | null;
  before: string | null;
  reverse: boolean;
  limit: number;
}

/** SQL: whether a SHA-256 is within the range. */
export const isWithin = (sha256: SQL, { after, before }: PhotoRange): SQL => sql`
  ${after === null ? sql`true` : sql`${sha256} > ${after}`} and ${before === null ? sql`true` : sql`${sha256} < ${before}`}`;

export const inOrderOf = (sha256: SQL, { reverse }: PhotoRange): SQL =>
  reverse ? sql`${sha256} desc` : sql`${sha256}`;

/** SQL: the columns of a page for the row `i` of `image`, without the holding. */
export const photoColumns: SQL = sql`
  i.sha256, i.byte_length::float8 as "byteLength", facts.captures as "captureCount", facts."dueAtMs"`;

/** SQL: joins what the columns above need, with one index look-up for each photo. */
export const joinPhotoFacts = (policy: RetentionPolicy): SQL => sql`
  cross join lateral (
    select count(*)::int as captures,
      case when count(*) = count(of.ends_at) then (extract(epoch from max(of.ends_at)) * 1000)::float8 end as "dueAtMs"
    from (
      select case when c.state = 'ARCHIVED' then c.archived_at + make_interval(days => ${daysOf(policy)}) end as ends_at
      from capture c where c.sha256 = i.sha256) of) facts`;

export interface PhotoColumns extends Record<string, unknown> {
  sha256: string;
  byteLength: number;
  captureCount: number;
  dueAtMs: number | null;
}

export const readColumns = (
  { sha256, byteLength, captureCount, dueAtMs }: PhotoColumns,
  heldBecause: Holding | null,
): RetainedPhoto => ({
  sha256,
  byteLength,
  captureCount,
  heldBecause,
  dueAt: dueAtMs === null ? null : new Date(dueAtMs),
});

/**
 * Maximum captures listed for each photo. More repetitions of one shelf photo are a fault of the device; they are still
 * counted.
 */
const capturesPerPhoto = 10;

/** Reads the captures that show each of the photos, the first received first. */
export async function readCapturesOfPhotos(
  db: Database | Transaction,
  photos: readonly string[],
): Promise<{ sha256: string; captureId: string }[]> {
  const { rows } = await db.execute<{ sha256: string; captureId: string }>(sql`
    select photo.sha256, shown.id as "captureId"
    from unnest(${sql.param([...photos])}::text[]) photo(sha256)
    cross join lateral (
      select c.id, c.created_at from capture c where c.sha256 = photo.sha256
      order by c.created_at, c.id limit ${capturesPerPhoto}) shown
    order by photo.sha256, shown.created_at, shown.id`);
  return rows;
}
