import { type Database, plannedActivation } from '@gondola/db';
import { eq } from 'drizzle-orm';
import { carryOutChunk } from './carry-out-chunk.ts';
import type { PlannedActivationRow } from './plan-activation.ts';

/** Maximum chunks while a person waits: five thousand bays take seconds. Workers process the rest in their next run. */
const maxChunks = 100;

/** Carries out one due activation at once. Returns its present state, which may still be PLANNED. */
export async function carryOutActivation(db: Database, id: string): Promise<PlannedActivationRow> {
  for (let chunk = 0; chunk < maxChunks; chunk += 1) {
    const ending = await db.transaction((tx) => carryOutChunk(tx, id));
    if (ending === null || ending.isDone) break;
  }
  const [row] = await db.select().from(plannedActivation).where(eq(plannedActivation.id, id));
  if (!row) throw new Error(`invariant: no planned activation ${id}`);
  return row;
}
