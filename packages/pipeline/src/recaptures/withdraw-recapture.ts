import { type Database, recaptureRequest } from '@gondola/db';
import { and, eq, isNull, sql } from 'drizzle-orm';
import type { Actor } from '../audit/actor.ts';
import { recordAudit } from '../audit/record-audit.ts';

export type RecaptureWithdrawal =
  | { captureId: string }
  | { problem: 'RECAPTURE_REQUEST_UNKNOWN' | 'RECAPTURE_REQUEST_CLOSED' };

/** Withdraws a request for a new photo. A withdrawn request does not change. */
export const withdrawRecapture = (
  db: Database,
  actor: Actor,
  requestId: string,
): Promise<RecaptureWithdrawal> =>
  db.transaction(async (tx): Promise<RecaptureWithdrawal> => {
    const [withdrawn] = await tx
      .update(recaptureRequest)
      .set({ closedAt: sql`now()`, ending: 'WITHDRAWN' })
      .where(and(eq(recaptureRequest.id, requestId), isNull(recaptureRequest.closedAt)))
      .returning({ captureId: recaptureRequest.captureId });
    if (withdrawn) {
      const { captureId } = withdrawn;
      await recordAudit(tx, actor, {
        action: 'recaptureWithdraw',
        object: `capture:${captureId}`,
        facts: {},
      });
      return { captureId };
    }
    const [row] = await tx.select().from(recaptureRequest).where(eq(recaptureRequest.id, requestId));
    if (!row) return { problem: 'RECAPTURE_REQUEST_UNKNOWN' };
    return row.ending === 'WITHDRAWN'
      ? { captureId: row.captureId }
      : { problem: 'RECAPTURE_REQUEST_CLOSED' };
  });
