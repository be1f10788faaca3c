import { capture, type Database, image, type Transaction, upload } from '@gondola/db';
import { and, eq, isNull, sql } from 'drizzle-orm';
import { v7 } from 'uuid';
import type { StoredObject } from '../objects/object-store.ts';
import type { IntakeTools } from './accept-captures.ts';
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
  if (row.sha256 === stored.sha256) return 'ALREADY_COMPLETED';
  if (row.sha256 !== null)
    return { problem: problem('HASH_MISMATCH', 'The upload already holds another photo; create a new one.') };
  const mismatch = findMismatch(row, stored);
  if (mismatch) return { problem: mismatch };

  return tools.db.transaction(async (tx) => {
    await insertImage(tx, stored, mimeType);
    const [completed] = await tx
      .update(upload)
      .set({ sha256: stored.sha256, completedAt: sql`now()` })
      .where(and(eq(upload.id, uploadId), isNull(upload.sha256)))
      .returning({ id: upload.id });
    if (!completed) return 'ALREADY_COMPLETED';
    await wakeCaptures(tools, tx, uploadId);
    return 'COMPLETED';
  });
}

/** Registers an object that is already durable; the same bytes may come any number of times. */
export const insertImage = (db: Database | Transaction, stored: StoredObject, mimeType: string) =>
  db
    .insert(image)
    .values({ sha256: stored.sha256, byteLength: stored.byteLength, mimeType })
    .onConflictDoNothing();

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

function findMismatch(row: typeof upload.$inferSelect, stored: StoredObject): Problem | null {
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
