import { type RecaptureEnding, recaptureRequest, type Transaction } from '@gondola/db';
import { and, eq, isNull, sql } from 'drizzle-orm';

/** Closes the request that the photo of a capture has settled. A request by a person stays open. */
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
