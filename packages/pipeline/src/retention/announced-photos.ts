import type { Database, Transaction } from '@gondola/db';
import { sql } from 'drizzle-orm';
import { type Holding, heldBecause } from './hold-reason.ts';
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

/** A photo on a dry run's list, and what happened to it. */
export interface AnnouncedPhoto extends RetainedPhoto {
  /** Why the expiry left the photo; final for this run. */
  keptBecause: Holding | null;
  /** When the photo was marked as expired. */
  expiredAt: Date | null;
}

interface Row extends PhotoColumns {
  keptBecause: Holding | null;
  held: Holding | null;
  expiredAtMs: number | null;
}

/**
 * Reads photos that a dry run announced. The present holding and the due date are computed now, under `policy`, which
 * is the policy of that run.
 */
export async function readAnnouncedPhotos(
  db: Database | Transaction,
  { dryRunId, policy }: { dryRunId: string; policy: RetentionPolicy },
  range: PhotoRange,
): Promise<AnnouncedPhoto[]> {
  // The list's primary key selects the page before anything is computed for its photos.
  const { rows } = await db.execute<Row>(sql`
    with page as materialized (
      select item.sha256, item.kept_because from retention_item item
      where item.run_id = ${dryRunId} and ${isWithin(sql`item.sha256`, range)}
      order by ${inOrderOf(sql`item.sha256`, range)} limit ${range.limit})
    select ${photoColumns}, page.kept_because as "keptBecause",
      case when i.expired_at is null then ${heldBecause(policy)} end as held,
      (extract(epoch from i.expired_at) * 1000)::float8 as "expiredAtMs"
    from page join image i on i.sha256 = page.sha256 ${joinPhotoFacts(policy)}
    order by ${inOrderOf(sql`i.sha256`, range)}`);
  return rows.map((row) => ({
    ...readColumns(row, row.held),
    keptBecause: row.keptBecause,
    expiredAt: row.expiredAtMs === null ? null : new Date(row.expiredAtMs),
  }));
}
