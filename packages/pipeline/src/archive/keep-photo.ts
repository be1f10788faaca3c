import { auditLog, capture, type Transaction } from '@gondola/db';
import { and, eq, isNotNull, isNull, sql } from 'drizzle-orm';

type CaptureRow = typeof capture.$inferSelect;
type KeepProblem = 'CAPTURE_UNKNOWN' | 'PHOTO_EXPIRED';
type Kept = { capture: CaptureRow; problem: null } | { capture: CaptureRow | null; problem: KeepProblem };

/**
 * A person wants a capture's photo kept, whatever the retention policy says. Keeping it again replaces the reason. An
 * expiry that is at work on it has come first and is told as PHOTO_EXPIRED, or finds it kept.
 */
export async function keepPhoto(
  tx: Transaction,
  { id, reason, actor, facts }: { id: string; reason: string; actor: string; facts: Record<string, unknown> },
): Promise<Kept> {
  const [row] = await tx
    .update(capture)
    .set({ keptAt: sql`now()`, keptBy: actor, keptReason: reason })
    .where(and(eq(capture.id, id), isNull(capture.photoExpiredAt)))
    .returning();
  if (!row) return whyNot(tx, id);
  await tx
    .insert(auditLog)
    .values({ actor, action: 'captureKeep', object: `capture:${id}`, facts: { ...facts, reason } });
  return { capture: row, problem: null };
}

/** The retention policy counts for the photo again. Nothing happens where nobody keeps it. */
export async function releaseKeptPhoto(
  tx: Transaction,
  { id, actor, facts }: { id: string; actor: string; facts: Record<string, unknown> },
): Promise<Kept> {
  const [row] = await tx
    .update(capture)
    .set({ keptAt: null, keptBy: null, keptReason: null })
    .where(and(eq(capture.id, id), isNotNull(capture.keptAt)))
    .returning();
  if (!row) {
    const [standing] = await tx.select().from(capture).where(eq(capture.id, id));
    return standing ? { capture: standing, problem: null } : { capture: null, problem: 'CAPTURE_UNKNOWN' };
  }
  await tx.insert(auditLog).values({ actor, action: 'captureKeepRelease', object: `capture:${id}`, facts });
  return { capture: row, problem: null };
}

async function whyNot(tx: Transaction, id: string): Promise<Kept> {
  const [row] = await tx.select().from(capture).where(eq(capture.id, id));
  return row ? { capture: row, problem: 'PHOTO_EXPIRED' } : { capture: null, problem: 'CAPTURE_UNKNOWN' };
}
