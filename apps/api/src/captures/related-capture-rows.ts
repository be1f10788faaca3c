import { capture, type Database, image } from '@gondola/db';
import { and, asc, eq, getTableColumns, inArray, isNotNull, sql } from 'drizzle-orm';
import { alias } from 'drizzle-orm/pg-core';
import type { PhotoRow } from './photos.ts';

/** Captures that hang together: the same photo, or one in place of another. All within one store. */

const other = alias(capture, 'other');
const columns = { ...getTableColumns(other), ofId: capture.id };

/** The captures that each capture was taken to replace: one at most, none when it is not of the store. */
export const readSuperseded = (db: Database, ids: string[]) =>
  db
    .select(columns)
    .from(capture)
    .innerJoin(other, and(eq(other.id, capture.supersedesId), eq(other.storeId, capture.storeId)))
    .where(inArray(capture.id, ids));

/** The captures that were taken to replace each capture, oldest first. */
export const readSuperseding = (db: Database, ids: string[]) =>
  db
    .select(columns)
    .from(capture)
    .innerJoin(other, and(eq(other.supersedesId, capture.id), eq(other.storeId, capture.storeId)))
    .where(inArray(capture.id, ids))
    .orderBy(asc(other.receivedAt), asc(other.id));

/** The later captures with the same bytes, oldest first. */
export const readSamePhoto = (db: Database, ids: string[]) =>
  db
    .select(columns)
    .from(capture)
    .innerJoin(other, and(eq(other.samePhotoAsId, capture.id), eq(other.storeId, capture.storeId)))
    .where(inArray(capture.id, ids))
    .orderBy(asc(other.receivedAt), asc(other.id));

/** For bytes that some capture has prepared for showing: that capture's derivatives, by the original's SHA-256. */
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

/** When each job of the retry queue is due. */
export async function readNextTries(db: Database, jobIds: string[]): Promise<Map<string, Date>> {
  const { rows } = await db.execute<{ id: string; start_after: Date | string }>(sql`
    select id::text, start_after from pgboss.job
    where name = 'retry' and id in ${jobIds} and state <= 'active'`);
  return new Map(rows.map((row) => [row.id, new Date(row.start_after)]));
}
