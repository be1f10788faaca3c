import { type Database, retentionItem, retentionRun } from '@gondola/db';
import {
  type AnnouncedPhoto,
  type Holding,
  type PhotoRange,
  type RetainedPhoto,
  type RetentionPolicy,
  readAnnouncedPhotos,
  readHeldPhotos,
} from '@gondola/pipeline/archive';
import { eq } from 'drizzle-orm';
import { requestError } from '../graphql/request-error.ts';
import type { RetentionRunRow } from './find-retention.ts';
import type { PagedList } from './read-page.ts';

/** What a dry run announced, in the order of the photos' SHA-256: the order in which the list is stored. */
export const listAnnouncedPhotos = (
  db: Database,
  dryRunId: string,
  policy: RetentionPolicy,
): PagedList<AnnouncedPhoto> => inPhotoOrder((range) => readAnnouncedPhotos(db, { dryRunId, policy }, range));

export const countAnnouncedPhotos = (db: Database, dryRunId: string): Promise<number> =>
  db.$count(retentionItem, eq(retentionItem.runId, dryRunId));

/** What one holding keeps now, in the same order. */
export const listHeldPhotos = (
  db: Database,
  policy: RetentionPolicy,
  holding: Holding,
): PagedList<RetainedPhoto> => inPhotoOrder((range) => readHeldPhotos(db, { policy, holding }, range));

export async function findRetentionRun(db: Database, id: string): Promise<RetentionRunRow | null> {
  const [row] = await db.select().from(retentionRun).where(eq(retentionRun.id, id));
  return row ?? null;
}

const inPhotoOrder = <Row extends RetainedPhoto>(
  read: (range: PhotoRange) => Promise<Row[]>,
): PagedList<Row> => ({
  async read({ after, before, reverse, limit }) {
    const rows = await read({ after: placeOf(after), before: placeOf(before), reverse, limit });
    return rows.map((row) => ({ row, cursor: row.sha256 }));
  },
});

/** The cursor is the photo's SHA-256 itself. */
function placeOf(cursor: string | null): string | null {
  if (cursor !== null && !/^[0-9a-f]{64}$/.test(cursor))
    throw requestError('BAD_USER_INPUT', 'This cursor is not one of this list.');
  return cursor;
}
