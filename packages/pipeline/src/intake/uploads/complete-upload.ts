import { capture, type Transaction, upload } from '@gondola/db';
import { and, eq, isNull, sql } from 'drizzle-orm';
import { v7 } from 'uuid';
import type { StoredObject } from '../../objects/object-store.ts';
import { registerImage } from '../../objects/register-image.ts';
import type { IntakeTools } from '../accept/intake-tools.ts';
import { recordLateConflictsOfUpload } from '../conflicts/record-late-conflicts.ts';
import type { Problem } from '../problem.ts';
import { findMismatch } from './find-mismatch.ts';

export type UploadCompletion = 'COMPLETED' | 'ALREADY_COMPLETED' | { problem: Problem };

/**
 * Completes an upload with stored, flushed bytes and wakes the captures that wait for it. The bytes must match the
 * declaration: another length or hash means a broken transfer, and the device may send again.
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
    await registerImage(tx, stored, mimeType);
    const [completed] = await tx
      .update(upload)
      .set({ sha256: stored.sha256, completedAt: sql`now()` })
      .where(and(eq(upload.id, uploadId), isNull(upload.sha256), isNull(upload.discardedAt)))
      .returning({ id: upload.id });
    if (completed) {
      await recordLateConflictsOfUpload(tx, uploadId, stored.sha256);
      await wakeCaptures(tools, tx, uploadId);
      return 'COMPLETED';
    }
    const [current] = await tx.select().from(upload).where(eq(upload.id, uploadId));
    if (!current || current.discardedAt !== null)
      return { problem: problem('UPLOAD_EXPIRED', 'The upload was given up; create a new one.') };
    const late = findMismatch(current, stored);
    return late ? { problem: late } : 'ALREADY_COMPLETED';
  });
}

/** Replaces the waiting timer of each capture by an immediate job. */
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

const problem = (code: Problem['code'], message: string): Problem => ({ path: '$', code, message });
