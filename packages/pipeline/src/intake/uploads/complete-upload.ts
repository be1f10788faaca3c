import { capture, type Transaction, upload } from '@gondola/db';
import { and, eq, isNull, sql } from 'drizzle-orm';
import { v7 } from 'uuid';
import type { StoredObject } from '../objects/object-store.ts';
import { insertImage } from '../store/insert-image.ts';
import type { IntakeTools } from './accept-captures.ts';
import { noteLateConflictsOfUpload } from './note-late-conflicts.ts';
import type { Problem } from './problem.ts';

export type UploadCompletion = 'COMPLETED' | 'ALREADY_COMPLETED' | { problem: Problem };

/**
 * Ties stored, flushed bytes to an upload and wakes the captures that wait for it. The bytes must be what the device
 * declared: another length or hash is a broken transfer, and the device may simply send again.
 */
export async function completeUpload(
  tools: IntakeTools,
  uploadId: string,
  stored: StoredObject,
  mimeType: string,
): Promise<UploadCompletion> {
  const [row] = await tools.db.select().from(upload).where(eq(upload.id, uploadId));
  if (!row) return { problem: problem('UPLOAD_UNKNOWN', 'There is no upload of this id.') };
  const mismatch = findMismatch(row, stored);
  if (mismatch) return { problem: mismatch };
  if (row.sha256 !== null) return 'ALREADY_COMPLETED';

  return tools.db.transaction(async (tx) => {
    await insertImage(tx, stored, mimeType);
    const [completed] = await tx
      .update(upload)
      .set({ sha256: stored.sha256, completedAt: sql`now()` })
      .where(and(eq(upload.id, uploadId), isNull(upload.sha256), isNull(upload.discardedAt)))
      .returning({ id: upload.id });
    if (completed) {
      await noteLateConflictsOfUpload(tx, uploadId, stored.sha256);
      await wakeCaptures(tools, tx, uploadId);
      return 'COMPLETED';
    }
    const [standing] = await tx.select().from(upload).where(eq(upload.id, uploadId));
    if (!standing || standing.discardedAt !== null)
      return { problem: problem('UPLOAD_EXPIRED', 'The upload was given up; create a new one.') };
    const late = findMismatch(standing, stored);
    return late ? { problem: late } : 'ALREADY_COMPLETED';
  });
}

/** Replaces the waiting timer of each capture by a job for now. */
async function wakeCaptures(tools: IntakeTools, tx: Transaction, uploadId: string): Promise<void> {
  const waiting = await tx
    .select({ id: capture.id, jobId: capture.jobId })
    .from(capture)
    .where(and(eq(capture.uploadId, uploadId), eq(capture.state, 'INGESTED')))
    .for('update');
  for (const { id, jobId } of waiting) {
    const nextJobId = v7();
    await tx.update(capture).set({ jobId: nextJobId, transientFaults: 0 }).where(eq(capture.id, id));
    if (jobId) await tools.queue.discard(tx, 'preprocess', [jobId]);
    await tools.queue.enqueue(tx, [{ id: nextJobId, queue: 'preprocess', captureId: id, delaySeconds: 0 }]);
  }
}

/** What an upload was announced with, and what it holds once it is complete. */
export type AnnouncedBytes = Pick<
  typeof upload.$inferSelect,
  'sha256' | 'expectedSha256' | 'expectedByteLength'
>;

/** Null when the bytes are those of the upload; asked while they come, before anything is stored under their name. */
export function findMismatch(row: AnnouncedBytes, stored: StoredObject): Problem | null {
  if (row.sha256 !== null && row.sha256 !== stored.sha256)
    return problem('HASH_MISMATCH', 'The upload already holds another photo; create a new one.');
  if (row.expectedByteLength !== null && row.expectedByteLength !== stored.byteLength)
    return problem(
      'HASH_MISMATCH',
      `${stored.byteLength} of ${row.expectedByteLength} bytes arrived; send the photo again.`,
    );
  if (row.expectedSha256 !== null && row.expectedSha256 !== stored.sha256)
    return problem('HASH_MISMATCH', 'The bytes are not those of the declared SHA-256; send the photo again.');
  return null;
}

const problem = (code: Problem['code'], message: string): Problem => ({ path: '$', code, message });
