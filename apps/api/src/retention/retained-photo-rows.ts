import { type Database, retentionItem } from '@gondola/db';
import {
  type AnnouncedPhoto,
  type Holding,
  type PhotoRange,
  type RetainedPhoto,
  type RetentionPolicy,
  readAnnouncedPhotos,
  readHeldPhotos,
} from '@gondola/pipeline/retention';
import { eq } from 'drizzle-orm';
import { requestError } from '../errors/request-error.ts';
import type { PagedList } from '../graphql/paging/read-page.ts';

/** Reads what a dry run announced, in the order of the photos' SHA-256, which is the order of the stored list. */
export const listAnnouncedPhotos = (
  db: Database,
  dryRunId: string,
  policy: RetentionPolicy,
): PagedList<AnnouncedPhoto> => inPhotoOrder((range) => readAnnouncedPhotos(db, { dryRunId, policy }, range));

export const countAnnouncedPhotos = (db: Database, dryRunId: string): Promise<number> =>
  db.$count(retentionItem, eq(retentionItem.runId, dryRunId));

/** Reads the photos that one holding keeps now, in the same order. */
export const listHeldPhotos = (
  db: Database,
  policy: RetentionPolicy,
  holding: Holding,
): PagedList<RetainedPhoto> => inPhotoOrder((range) => readHeldPhotos(db, { policy, holding }, range));

const inPhotoOrder = <Row extends RetainedPhoto>(
  read: (range: PhotoRange) => Promise<Row[]>,
): PagedList<Row> => ({
  async read({ after, before, reverse, limit }) {
    const rows = await read({ after: placeOf(after), before: placeOf(before), reverse, limit });
    return rows.map((row) => ({ row, cursor: row.sha256 }));
  },
});

/** The cursor is the photo's SHA-256. */
function placeOf(cursor: string | null): string | null {
  if (cursor !== null && !/^[0-9a-f]{64}$/.test(cursor))
    throw requestError('BAD_USER_INPUT', 'This cursor is not one of this list.');
  return cursor;
}
