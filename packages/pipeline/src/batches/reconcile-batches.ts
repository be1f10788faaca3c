import type { Database } from '@gondola/db';
import { sql } from 'drizzle-orm';
import { batchQueueName } from '../queue/queue-names.ts';
import { workedOnStates } from './batch-moves.ts';
import type { BatchQueue } from './batch-queue.ts';

/** Enqueues a job for each batch that has work left and no live job. Without faults it finds none. */
export async function reconcileBatches({
  db,
  batches,
}: {
  db: Database;
  batches: BatchQueue;
}): Promise<string[]> {
  return db.transaction(async (tx) => {
    const { rows } = await tx.execute<{ id: string }>(sql`
      select b.id from reprocess_batch b
      where (b.state in ${[...workedOnStates]}
          or (b.state = 'CANCELLED' and exists (
            select 1 from reprocess_item i where i.batch_id = b.id and i.state in ('WAITING', 'MOVED'))))
        and b.state_changed_at < now() - interval '30 seconds'
        and not exists (select 1 from pgboss.job j
          where j.name = ${batchQueueName} and j.state <= 'active' and j.data->>'batchId' = b.id::text)
      for update of b skip locked`);
    for (const { id } of rows) await batches.enqueue(tx, id);
    return rows.map(({ id }) => id);
  });
}
