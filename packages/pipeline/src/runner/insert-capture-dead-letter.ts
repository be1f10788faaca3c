import { createHash } from 'node:crypto';
import {
  capture,
  type DeadLetterReason,
  type DeadLetterStage,
  deadLetter,
  type MessageParams,
  type Transaction,
} from '@gondola/db';
import { eq } from 'drizzle-orm';

/** Writes the dead letter of a capture, with the payload that the device submitted. */
export async function insertCaptureDeadLetter(
  tx: Transaction,
  captureId: string,
  cause: { stage: DeadLetterStage; reason: DeadLetterReason; params: MessageParams },
): Promise<void> {
  const [row] = await tx
    .select({
      payload: capture.payload,
      storeId: capture.storeId,
      deviceKeyId: capture.deviceKeyId,
      firmware: capture.firmware,
      cameraModel: capture.cameraModel,
    })
    .from(capture)
    .where(eq(capture.id, captureId));
  if (!row) throw new Error(`no capture ${captureId}`);
  const rawPayload = JSON.stringify(row.payload);
  await tx.insert(deadLetter).values({
    stage: cause.stage,
    reason: cause.reason,
    params: cause.params,
    // Problems belong to rejected payloads; this payload was accepted.
    problems: [],
    rawPayload,
    payloadSha256: createHash('sha256').update(rawPayload).digest('hex'),
    storeId: row.storeId,
    deviceKeyId: row.deviceKeyId,
    firmware: row.firmware,
    cameraModel: row.cameraModel,
    captureId,
  });
}
