import { capture, silentDrift, type Transaction } from '@gondola/db';
import { eq, sql } from 'drizzle-orm';
import type { SilentDriftFinding } from '../../compliance/silent-drift/find-silent-drift.ts';

/** Records that a shelf follows another version than the one its capture was scored against. */
export async function insertSilentDrift(
  tx: Transaction,
  drift: SilentDriftFinding & { captureId: string; scoreId: string; pinnedVersionId: string },
): Promise<void> {
  await tx.insert(silentDrift).values({
    ...drift,
    bayId: sql`(${tx.select({ bayId: capture.bayId }).from(capture).where(eq(capture.id, drift.captureId))})`,
  });
}
