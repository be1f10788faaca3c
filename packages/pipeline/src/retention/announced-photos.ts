import type { Database, Transaction } from '@gondola/db';
import { sql } from 'drizzle-orm';
import { type Holding, heldBecause } from './held-because.ts';
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

/** A photo of a dry run's list, and what became of it. */
export interface AnnouncedPhoto extends RetainedPhoto {
  /** Why the expiry left it, once and for all of this run. */
  keptBecause: Holding | null;
  /** When it was marked as gone. */
  expiredAt: Date | null;
}

interface Row extends PhotoColumns {
  keptBecause: Holding | null;
  held: Holding | null;
  expiredAtMs: number | null;
}

/**
 * Photos that a dry run announced, as it wrote them down. What holds each now, and since when it is past its time, is
 * asked at this moment under `policy`, the one that the run was made under.
 */
export async function readAnnouncedPhotos(
  db: Database | Transaction,
  { dryRunId, policy }: { dryRunId: string; policy: RetentionPolicy },
  range: PhotoRange,
): Promise<AnnouncedPhoto[]> {
  // The page is cut by the primary key of the list before anything is asked of its photos.
  const { rows } = await db.execute<Row>(sql`
    with page as materialized (
      select item.sha256, item.kept_because from retention_item item
      where item.run_id = ${dryRunId} and ${isWithin(sql`item.sha256`, range)}
      order by ${inOrderOf(sql`item.sha256`, range)} limit ${range.limit})
    select ${photoColumns}, page.kept_because as "keptBecause",
      case when i.expired_at is null then ${heldBecause(policy)} end as held,
      (extract(epoch from i.expired_at) * 1000)::float8 as "expiredAtMs"
    from page join image i on i.sha256 = page.sha256 ${joinTold(policy)}
    order by ${inOrderOf(sql`i.sha256`, range)}`);
  return rows.map((row) => ({
    ...readColumns(row, row.held),
    keptBecause: row.keptBecause,
    expiredAt: row.expiredAtMs === null ? null : new Date(row.expiredAtMs),
  }));
}
