/** Removes the check of the item's state from a batch's writes: a second worker then writes the result again. */
import { sql } from 'drizzle-orm';
import { replaceExports } from './replace-exports.ts';

await replaceExports(() => import('../../packages/pipeline/src/batches/finish-items.ts'), {
  lockWaiting: () => async (tx, batchId, captureIds) => {
    const { rows } = await tx.execute(sql`
      select 1 from reprocess_batch where id = ${batchId} and state = 'RUNNING' for share`);
    return new Set(rows.length > 0 ? captureIds : []);
  },
});
