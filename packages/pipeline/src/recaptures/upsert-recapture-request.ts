import { capture, type RecaptureReason, recaptureRequest, type Transaction } from '@gondola/db';
import { eq, sql } from 'drizzle-orm';

/**
 * Asks the store for a new photo in place of a capture's, which has one request at most. An open request gets the
 * reasons of today, and stays a person's if it was one. A closed one is opened again only when `reopens`. Answers the
 * request's id, or null when there is no such capture.
 */
export async function askForRecapture(
  tx: Transaction,
  captureId: string,
  asked: { reasons: readonly RecaptureReason[]; reopens: boolean },
): Promise<string | null> {
  const [found] = await tx
    .select({ storeId: capture.storeId, bayId: capture.bayId })
    .from(capture)
    .where(eq(capture.id, captureId))
    // Held, so that a move of the capture and a person's wish come one after the other.
    .for('update');
  if (!found) return null;
  const [earlier] = await tx.select().from(recaptureRequest).where(eq(recaptureRequest.captureId, captureId));
  if (!earlier) {
    const [request] = await tx
      .insert(recaptureRequest)
      .values({ captureId, ...found, reasons: [...asked.reasons] })
      .returning({ id: recaptureRequest.id });
    return request?.id ?? null;
  }
  const isOpen = earlier.closedAt === null;
  if (isOpen || asked.reopens)
    await tx
      .update(recaptureRequest)
      .set({
        reasons: mergeReasons(isOpen ? earlier.reasons : [], asked.reasons),
        // Asked anew: whoever polls for the newest requests must see it.
        ...(isOpen ? {} : { createdAt: sql`now()`, closedAt: null, ending: null, fulfilledById: null }),
      })
      .where(eq(recaptureRequest.id, earlier.id));
  return earlier.id;
}

/** A person's wish is added to what the pipeline found; what the pipeline finds replaces what it found before. */
function mergeReasons(
  earlier: readonly RecaptureReason[],
  asked: readonly RecaptureReason[],
): RecaptureReason[] {
  const kept = asked.includes('ASKED_BY_PERSON')
    ? earlier
    : earlier.filter((reason) => reason === 'ASKED_BY_PERSON');
  return [...new Set([...asked, ...kept])];
}
