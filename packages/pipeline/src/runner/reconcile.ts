import { capture, type Database } from '@gondola/db';
import { and, eq, sql } from 'drizzle-orm';
import { v7 } from 'uuid';
import { type WorkingState, workingStates } from '../lifecycle.ts';
import type { CaptureQueue } from '../queue/capture-queue.ts';
import { queueNames, queueOfState } from '../queue/queue-names.ts';
import type { Log } from '../telemetry/log.ts';

/** Long enough that a job whose commit is in progress never counts as lost. */
const graceSeconds = 30;
const maxRescuesPerRun = 500;

/**
 * Finds captures that wait for a stage but have no live job or timer in the queue, and gives each a new job. Returns
 * the number of captures that got one; 0 in a run without faults. Safe to run on all workers concurrently.
 */
export async function reconcile(
  tools: { db: Database; queue: CaptureQueue; log: Log },
  options: { graceSeconds?: number } = {},
): Promise<number> {
  const { rows } = await tools.db.execute<{ id: string; state: WorkingState; job_id: string | null }>(sql`
    select c.id, c.state, c.job_id
    from capture c
    where c.state in ${workingStates}
      and c.state_changed_at < now() - make_interval(secs => ${options.graceSeconds ?? graceSeconds})
      and not exists (
        select from pgboss.job j where j.name in ${queueNames} and j.id = c.job_id and j.state <= 'active')
    order by c.state_changed_at
    limit ${maxRescuesPerRun}`);
  let rescued = 0;
  for (const orphan of rows) {
    const jobId = v7();
    const claimed = await tools.db.transaction(async (tx) => {
      const [row] = await tx
        .update(capture)
        .set({ jobId, transientFaults: 0 })
        .where(
          and(
            eq(capture.id, orphan.id),
            eq(capture.state, orphan.state),
            orphan.job_id === null ? sql`${capture.jobId} is null` : eq(capture.jobId, orphan.job_id),
          ),
        )
        .returning({ id: capture.id });
      if (!row) return false;
      const queue = queueOfState[orphan.state];
      await tools.queue.enqueue(tx, [{ id: jobId, queue, captureId: orphan.id, delaySeconds: 0 }]);
      return true;
    });
    if (!claimed) continue;
    rescued += 1;
    tools.log.warn({ captureId: orphan.id, state: orphan.state }, 'recreated a lost job');
  }
  return rescued;
}
