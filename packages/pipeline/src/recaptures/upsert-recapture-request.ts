import { capture, type RecaptureReason, recaptureRequest, type Transaction } from '@gondola/db';
import { eq, sql } from 'drizzle-orm';

/**
 * Opens or updates the request for a new photo of a capture, which has at most one. An open request gets the current
 * reasons and keeps the request of a person. A closed one is reopened only when `reopens` is set. Returns the id of the
 * request, or null when there is no such capture.
 */
export async function upsertRecaptureRequest(
  tx: Transaction,
  captureId: string,
  wanted: { reasons: readonly RecaptureReason[]; reopens: boolean },
): Promise<string | null> {
  const [found] = await tx
    .select({ storeId: capture.storeId, bayId: capture.bayId })
    .from(capture)
    .where(eq(capture.id, captureId))
    // Locked, so that a move of the capture and a request by a person are serialised.
    .for('update');
  if (!found) return null;
  const [earlier] = await tx.select().from(recaptureRequest).where(eq(recaptureRequest.captureId, captureId));
  if (!earlier) {
    const [request] = await tx
      .insert(recaptureRequest)
      .values({ captureId, ...found, reasons: [...wanted.reasons] })
      .returning({ id: recaptureRequest.id });
    return request?.id ?? null;
  }
  const isOpen = earlier.closedAt === null;
  if (isOpen || wanted.reopens)
    await tx
      .update(recaptureRequest)
      .set({
        reasons: mergeReasons(isOpen ? earlier.reasons : [], wanted.reasons),
        // A reopened request gets a new date, so that clients that poll for new requests see it.
        ...(isOpen ? {} : { createdAt: sql`now()`, closedAt: null, ending: null, fulfilledById: null }),
      })
      .where(eq(recaptureRequest.id, earlier.id));
  return earlier.id;
}

/**
 * Merges reasons: the reason of a person is added to those of the pipeline; new reasons of the pipeline replace its
 * earlier ones.
 */
function mergeReasons(
  earlier: readonly RecaptureReason[],
  wanted: readonly RecaptureReason[],
): RecaptureReason[] {
  const retained = wanted.includes('ASKED_BY_PERSON')
    ? earlier
    : earlier.filter((reason) => reason === 'ASKED_BY_PERSON');
  return [...new Set([...wanted, ...retained])];
}
