import { createHash } from 'node:crypto';
import {
  capture,
  type DeadLetterReason,
  type DeadLetterStage,
  deadLetter,
  type Transaction,
} from '@gondola/db';
import { eq } from 'drizzle-orm';

/** Writes the dead letter of a capture, with the payload that the device handed in. */
export async function insertCaptureDeadLetter(
  tx: Transaction,
  captureId: string,
  because: { stage: DeadLetterStage; reason: DeadLetterReason; message: string },
): Promise<void> {
  const [row] = await tx
    .select({ payload: capture.payload, storeId: capture.storeId, deviceKeyId: capture.deviceKeyId })
    .from(capture)
    .where(eq(capture.id, captureId));
  if (!row) throw new Error(`no capture ${captureId}`);
  const rawPayload = JSON.stringify(row.payload);
  await tx.insert(deadLetter).values({
    stage: because.stage,
    reason: because.reason,
    message: because.message,
    problems: [{ path: '$', code: because.reason, message: because.message }],
    rawPayload,
    payloadSha256: createHash('sha256').update(rawPayload).digest('hex'),
    storeId: row.storeId,
    deviceKeyId: row.deviceKeyId,
    captureId,
  });
}
