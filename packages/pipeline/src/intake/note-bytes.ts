import type { Transaction } from '@gondola/db';
import { linkSamePhoto } from './link-same-photo.ts';
import { noteLateConflicts } from './note-late-conflicts.ts';

/** For the moment when a capture's bytes are in: what intake could not tell yet about this photo and others. */
export async function noteBytes(tx: Transaction, captureId: string, sha256: string): Promise<void> {
  await linkSamePhoto(tx, captureId, sha256);
  await noteLateConflicts(tx, captureId, sha256);
}
