import { type RecaptureEnding, recaptureRequest, type Transaction } from '@gondola/db';
import { and, eq, isNull, sql } from 'drizzle-orm';

/** Closes the request that a capture's own photo has settled. What a person asked for is not settled by it. */
export async function closeSettledRecapture(
  tx: Transaction,
  captureId: string,
  ending: Exclude<RecaptureEnding, 'SUPERSEDED'>,
): Promise<void> {
  await tx
    .update(recaptureRequest)
    .set({ closedAt: sql`now()`, ending })
    .where(
      and(
        eq(recaptureRequest.captureId, captureId),
        isNull(recaptureRequest.closedAt),
        sql`not 'ASKED_BY_PERSON' = any (${recaptureRequest.reasons})`,
      ),
    );
}

/** Takes a request back. Answers its capture's id, or null when it is not there or was closed already. */
export async function withdrawRecapture(tx: Transaction, requestId: string): Promise<string | null> {
  const [row] = await tx
    .update(recaptureRequest)
    .set({ closedAt: sql`now()`, ending: 'WITHDRAWN' })
    .where(and(eq(recaptureRequest.id, requestId), isNull(recaptureRequest.closedAt)))
    .returning({ captureId: recaptureRequest.captureId });
  return row?.captureId ?? null;
}
