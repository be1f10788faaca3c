import { type SilentDriftEnding, silentDrift, type Transaction } from '@gondola/db';
import { and, inArray, isNull, sql } from 'drizzle-orm';

/**
 * Ends the open silent drift of captures, in the transaction that resolves it. Returns the number of items ended; items
 * that had ended do not change.
 */
export async function endSilentDrift(
  tx: Transaction,
  captureIds: readonly string[],
  { ending, by, batchId }: { ending: SilentDriftEnding; by: string; batchId?: string },
): Promise<number> {
  if (captureIds.length === 0) return 0;
  const ended = await tx
    .update(silentDrift)
    .set({ endedAt: sql`now()`, endedBy: by, ending, batchId: batchId ?? null })
    .where(and(inArray(silentDrift.captureId, [...captureIds]), isNull(silentDrift.endedAt)))
    .returning({ id: silentDrift.id });
  return ended.length;
}
