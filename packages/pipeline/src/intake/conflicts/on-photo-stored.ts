import type { Transaction } from '@gondola/db';
import { linkSamePhoto } from './link-same-photo.ts';
import { recordLateConflicts } from './record-late-conflicts.ts';

/** Finds duplicate photos and conflicts that intake could not detect before the bytes of the capture were stored. */
export async function onPhotoStored(tx: Transaction, captureId: string, sha256: string): Promise<void> {
  await linkSamePhoto(tx, captureId, sha256);
  await recordLateConflicts(tx, captureId, sha256);
}
