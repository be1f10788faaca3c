import { capture, type Database, image } from '@gondola/db';
import { eq, inArray } from 'drizzle-orm';

export interface PhotoRow {
  captureId: string;
  /** Size of the oriented original; derivatives have the same aspect ratio. */
  widthPx: number | null;
  heightPx: number | null;
  displaySha256: string | null;
  thumbnailSha256: string | null;
}

/** Reads the photo of each capture that has bytes. */
export const readPhotos = (db: Database, captureIds: string[]): Promise<PhotoRow[]> =>
  db
    .select({
      captureId: capture.id,
      widthPx: image.widthPx,
      heightPx: image.heightPx,
      displaySha256: capture.displaySha256,
      thumbnailSha256: capture.thumbnailSha256,
    })
    .from(capture)
    .innerJoin(image, eq(image.sha256, capture.sha256))
    .where(inArray(capture.id, captureIds));
