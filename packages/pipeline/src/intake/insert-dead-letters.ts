import { createHash } from 'node:crypto';
import { deadLetter, type Transaction } from '@gondola/db';
import { and, eq, inArray, isNull } from 'drizzle-orm';
import { v7 } from 'uuid';
import type { IntakeResult, Refusal, SubmittingDevice } from './accept-captures.ts';

/** Sets refused payloads aside, raw and with every problem. The same broken payload sent again is the same dead letter. */
export async function insertDeadLetters(
  tx: Transaction,
  device: SubmittingDevice,
  refusals: readonly Refusal[],
): Promise<Map<number, IntakeResult>> {
  if (refusals.length === 0) return new Map();
  const rows = refusals.map((refusal) => {
    const rawPayload = JSON.stringify(refusal.raw);
    const [first] = refusal.problems;
    return {
      id: v7(),
      stage: 'intake' as const,
      reason: first.code,
      message: first.message,
      problems: refusal.problems,
      rawPayload,
      payloadSha256: createHash('sha256').update(rawPayload).digest('hex'),
      storeId: device.storeId,
      deviceKeyId: device.deviceKeyId,
    };
  });
  await tx.insert(deadLetter).values(rows).onConflictDoNothing();
  const stored = await tx
    .select({ id: deadLetter.id, payloadSha256: deadLetter.payloadSha256 })
    .from(deadLetter)
    .where(
      and(
        eq(deadLetter.storeId, device.storeId),
        isNull(deadLetter.captureId),
        inArray(
          deadLetter.payloadSha256,
          rows.map((row) => row.payloadSha256),
        ),
      ),
    );
  const idByHash = new Map(stored.map((row) => [row.payloadSha256, row.id]));
  return new Map(
    refusals.map((refusal, i) => {
      const deadLetterId = idByHash.get(rows[i]?.payloadSha256 ?? '');
      if (!deadLetterId) throw new Error('a dead letter was not written');
      return [refusal.ordinal, { outcome: 'DEAD_LETTERED', deadLetterId, problems: refusal.problems }];
    }),
  );
}
