import { type Database, plannedActivation } from '@gondola/db';
import { eq } from 'drizzle-orm';
import { carryOutChunk } from './carry-out-chunk.ts';
import type { PlannedActivationRow } from './plan-activation.ts';

/** Five thousand bays: seconds, while a person waits for the answer. What is left is the workers' next round's. */
const mostChunks = 100;

/** Carries one activation out that is due, at once. Answers how it stands then; it need not have ended. */
export async function carryOutActivation(db: Database, id: string): Promise<PlannedActivationRow> {
  for (let chunk = 0; chunk < mostChunks; chunk += 1) {
    const ending = await db.transaction((tx) => carryOutChunk(tx, id));
    if (ending === null || ending.isDone) break;
  }
  const [row] = await db.select().from(plannedActivation).where(eq(plannedActivation.id, id));
  if (!row) throw new Error(`no planned activation ${id}`);
  return row;
}
