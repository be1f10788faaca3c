import type { Database, Transaction } from '@gondola/db';
import { type SQL, sql } from 'drizzle-orm';
import { daysOf, type Holding } from './held-because.ts';
import type { RetentionPolicy } from './retention-policy.ts';

/** A photo as retention sees it. */
export interface RetainedPhoto {
  /** Of its original, in hex. */
  sha256: string;
  byteLength: number;
  /** Captures that show it. */
  captureCount: number;
  /** What holds it at this moment; null where nothing does, or where it is gone. */
  heldBecause: Holding | null;
  /**
   * When the days of every capture of it are over: in the past, it is past its time since then. Null where one is not
   * ARCHIVED, or is kept for ever.
   */
  dueAt: Date | null;
}

/** Photos strictly between two, by their SHA-256: ascending, or from `before` backwards when `reverse`. */
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

/** SQL: what a page tells of the row `i` of `image`, but for what holds it. */
export const photoColumns: SQL = sql`
  i.sha256, i.byte_length::float8 as "byteLength", told.captures as "captureCount", told."dueAtMs"`;

/** SQL: joins what the columns above need. One index look-up a photo. */
export const joinTold = (policy: RetentionPolicy): SQL => sql`
  cross join lateral (
    select count(*)::int as captures,
      case when count(*) = count(of.ends_at) then (extract(epoch from max(of.ends_at)) * 1000)::float8 end as "dueAtMs"
    from (
      select case when c.state = 'ARCHIVED' then c.archived_at + make_interval(days => ${daysOf(policy)}) end as ends_at
      from capture c where c.sha256 = i.sha256) of) told`;

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

/** The same shelf photo sent more often than this is a fault of its device; its captures are counted all the same. */
const capturesPerPhoto = 10;

/** The captures that show each of some photos, the first received first; at most ten a photo. */
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
