import { capture, type Database, image } from '@gondola/db';
import { and, asc, eq, getTableColumns, inArray, isNotNull, sql } from 'drizzle-orm';
import { alias } from 'drizzle-orm/pg-core';
import type { PhotoRow } from './photo-rows.ts';

/** Reads related captures within one store: those with the same photo, and those that replace another. */

const other = alias(capture, 'other');
const columns = { ...getTableColumns(other), ofId: capture.id };

/** Reads the capture that each capture was taken to replace; none when it is in another store. */
export const readSuperseded = (db: Database, ids: string[]) =>
  db
    .select(columns)
    .from(capture)
    .innerJoin(other, and(eq(other.id, capture.supersedesId), eq(other.storeId, capture.storeId)))
    .where(inArray(capture.id, ids));

/** Reads the captures that were taken to replace each capture, oldest first. */
export const readSuperseding = (db: Database, ids: string[]) =>
  db
    .select(columns)
    .from(capture)
    .innerJoin(other, and(eq(other.supersedesId, capture.id), eq(other.storeId, capture.storeId)))
    .where(inArray(capture.id, ids))
    .orderBy(asc(other.receivedAt), asc(other.id));

/** Reads the later captures with the same bytes, oldest first. */
export const readSamePhoto = (db: Database, ids: string[]) =>
  db
    .select(columns)
    .from(capture)
    .innerJoin(other, and(eq(other.samePhotoAsId, capture.id), eq(other.storeId, capture.storeId)))
    .where(inArray(capture.id, ids))
    .orderBy(asc(other.receivedAt), asc(other.id));

/** Reads derivatives by the original's SHA-256, from any capture that has prepared them. */
export const readPhotosOfBytes = (
  db: Database,
  sha256s: string[],
): Promise<(PhotoRow & { sha256: string })[]> =>
  db
    .selectDistinctOn([image.sha256], {
      sha256: image.sha256,
      captureId: capture.id,
      widthPx: image.widthPx,
      heightPx: image.heightPx,
      displaySha256: capture.displaySha256,
      thumbnailSha256: capture.thumbnailSha256,
    })
    .from(image)
    .innerJoin(capture, eq(capture.sha256, image.sha256))
    .where(and(inArray(image.sha256, sha256s), isNotNull(capture.displaySha256)))
    .orderBy(image.sha256, asc(capture.id));

/** Reads the due time of each job in the retry queue. */
export async function readNextTries(db: Database, jobIds: string[]): Promise<Map<string, Date>> {
  const { rows } = await db.execute<{ id: string; start_after: Date | string }>(sql`
    select id::text, start_after from pgboss.job
    where name = 'retry' and id in ${jobIds} and state <= 'active'`);
  return new Map(rows.map((row) => [row.id, new Date(row.start_after)]));
}
