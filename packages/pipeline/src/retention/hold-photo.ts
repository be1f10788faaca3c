import { capture, type Database } from '@gondola/db';
import { and, eq, isNull, sql } from 'drizzle-orm';
import type { Actor } from '../audit/actor.ts';
import { recordAudit } from '../audit/record-audit.ts';

export type PhotoHold =
  | { captureId: string }
  | { problem: 'CAPTURE_UNKNOWN' }
  | { problem: 'PHOTO_EXPIRED'; captureId: string; expiredAt: Date | null };

/**
 * Holds a capture's photo for a person, regardless of the retention policy. Holding it again replaces the reason. A
 * concurrent expiry either comes first, and the hold is refused as PHOTO_EXPIRED, or sees the hold.
 */
export const holdPhoto = (
  db: Database,
  actor: Actor,
  { captureId, reason }: { captureId: string; reason: string },
): Promise<PhotoHold> =>
  db.transaction(async (tx): Promise<PhotoHold> => {
    const [held] = await tx
      .update(capture)
      .set({ keptAt: sql`now()`, keptBy: actor.name, keptReason: reason })
      .where(and(eq(capture.id, captureId), isNull(capture.photoExpiredAt)))
      .returning({ id: capture.id });
    if (held) {
      await recordAudit(tx, actor, {
        action: 'captureKeep',
        object: `capture:${captureId}`,
        facts: { reason },
      });
      return { captureId };
    }
    const [row] = await tx
      .select({ expiredAt: capture.photoExpiredAt })
      .from(capture)
      .where(eq(capture.id, captureId));
    return row
      ? { problem: 'PHOTO_EXPIRED', captureId, expiredAt: row.expiredAt }
      : { problem: 'CAPTURE_UNKNOWN' };
  });
