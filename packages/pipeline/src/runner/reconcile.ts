import { capture, type Database } from '@gondola/db';
import { and, eq, sql } from 'drizzle-orm';
import { v7 } from 'uuid';
import { type WorkingState, workingStates } from '../lifecycle.ts';
import type { CaptureQueue } from '../queue/capture-queue.ts';
import { queueNames, queueOfState } from '../queue/queue-names.ts';
import type { Log } from '../telemetry/log.ts';

/** Long enough that a commit in flight is never taken for a loss. */
const graceSeconds = 30;
const rescuesPerRound = 500;

/**
 * Finds captures that a stage should move but for which the queue holds no live job or timer, and gives them a new
 * one. In a run without faults it finds nothing. Answers how many it rescued. Safe on every worker at once.
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
    limit ${rescuesPerRound}`);
  let rescued = 0;
  for (const orphan of rows) {
    const jobId = v7();
    const taken = await tools.db.transaction(async (tx) => {
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
    if (!taken) continue;
    rescued += 1;
    tools.log.warn({ captureId: orphan.id, state: orphan.state }, 'a lost job was made again');
  }
  return rescued;
}
