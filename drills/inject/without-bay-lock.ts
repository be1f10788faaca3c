/**
 * Removes the lock on bay rows: two activations of a bay then both assume that they are next. Each waits where the lock
 * would have held it. The wait is longer than the drill lets pass between two activations of a bay (about 100 ms), so that
 * the next one reaches the same point on a quick machine too.
 */
import { setTimeout as sleep } from 'node:timers/promises';
import { bay } from '@gondola/db';
import { and, asc, eq, or } from 'drizzle-orm';
import { replaceExports } from './replace-exports.ts';

const waitMs = 200;

await replaceExports(() => import('../../packages/pipeline/src/planogram-versions/activation/lock-bays.ts'), {
  lockBays: () => async (tx, targets) => {
    if (targets.length === 0) return [];
    await tx
      .insert(bay)
      .values(targets.map(({ storeId, aisle }) => ({ storeId, aisle })))
      .onConflictDoNothing();
    const rows = await tx
      .select({ id: bay.id, storeId: bay.storeId, aisle: bay.aisle })
      .from(bay)
      .where(or(...targets.map(({ storeId, aisle }) => and(eq(bay.storeId, storeId), eq(bay.aisle, aisle)))))
      .orderBy(asc(bay.id));
    await sleep(waitMs);
    return rows;
  },
});
