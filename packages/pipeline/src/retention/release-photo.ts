import { capture, type Database } from '@gondola/db';
import { and, eq, isNotNull } from 'drizzle-orm';
import type { Actor } from '../audit/actor.ts';
import { recordAudit } from '../audit/record-audit.ts';

export type PhotoRelease = { captureId: string } | { problem: 'CAPTURE_UNKNOWN' };

/** Ends a person's hold on a photo, so the retention policy applies again. A photo without a hold stays unchanged. */
export const releasePhoto = (db: Database, actor: Actor, captureId: string): Promise<PhotoRelease> =>
  db.transaction(async (tx): Promise<PhotoRelease> => {
    const [released] = await tx
      .update(capture)
      .set({ keptAt: null, keptBy: null, keptReason: null })
      .where(and(eq(capture.id, captureId), isNotNull(capture.keptAt)))
      .returning({ id: capture.id });
    if (released) {
      await recordAudit(tx, actor, {
        action: 'captureKeepRelease',
        object: `capture:${captureId}`,
        facts: {},
      });
      return { captureId };
    }
    const known = await tx.$count(capture, eq(capture.id, captureId));
    return known > 0 ? { captureId } : { problem: 'CAPTURE_UNKNOWN' };
  });
