import type { CaptureState, Database } from '@gondola/db';
import { Fault } from '../fault.ts';
import type { CaptureQueue } from '../queue/capture-queue.ts';
import type { Finished, Stage } from '../stage.ts';
import { countFailure, countTransientFault } from '../store/count-fault.ts';
import { readStanding, type WorkStanding } from '../store/read-standing.ts';
import { captureLog, type Log } from '../telemetry/log.ts';
import { advance } from './advance.ts';
import { faultLimits } from './fault-limits.ts';
import { isConnectionLoss } from './is-connection-loss.ts';
import { setAside } from './set-aside.ts';

export interface RunnerTools {
  db: Database;
  queue: CaptureQueue;
  log: Log;
  /** Told after the commit, once per move that took effect. */
  onMoved(moved: Moved): void;
}

export interface Moved {
  captureId: string;
  from: CaptureState;
  to: CaptureState;
  reason: string;
  stage: string;
  /** Since the API accepted the capture. */
  ageSeconds: number;
  facts: Record<string, unknown>;
}

/** The attempt of a job: `retryCount` is how often the queue handed it out before. */
export interface JobAttempt {
  id: string;
  captureId: string;
  retryCount: number;
  signal: AbortSignal;
}

/** 'done': the job is over. 'again': the queue shall hand it out again, later. */
export type JobEnding = 'done' | 'again';

/** Runs one stage on one capture: the only place that catches what a stage throws. */
export async function runStage<Tools>(
  stage: Stage<Tools>,
  job: JobAttempt,
  tools: RunnerTools & Tools,
): Promise<JobEnding> {
  const standing = await readStanding(tools.db, job.captureId);
  if (!standing) return 'done';
  const { id: captureId, traceParent } = standing;
  const log = captureLog(tools.log, { captureId, traceParent }).child({ stage: stage.name });
  // Someone moved it on, or gave it another job: this one is history.
  if (standing.jobId !== job.id || !(stage.from as readonly CaptureState[]).includes(standing.state)) {
    log.debug({ jobId: job.id, state: standing.state }, 'stale job ends');
    return 'done';
  }
  const started = performance.now();
  try {
    const crashes = job.retryCount - standing.transientFaults - standing.failures;
    const finished: Finished | null =
      crashes >= faultLimits.crashes
        ? crashed(crashes)
        : await stage.work(tools.db, standing.id, tools, job.signal);
    if (finished === null) return 'done';
    const workMs = Math.round(performance.now() - started);
    await settle(stage, standing, { ...finished, facts: { ...finished.facts, workMs } }, tools, log);
    return 'done';
  } catch (error) {
    // The claim lapsed, or the worker is stopping: whatever the stage threw then says nothing about the capture.
    if (job.signal.aborted) {
      log.info({ reason: String(job.signal.reason) }, 'work on the capture was called off');
      return 'again';
    }
    return afterFault(stage, standing, error, tools, log);
  }
}

async function settle<Tools>(
  stage: Stage<Tools>,
  standing: WorkStanding,
  finished: Finished,
  tools: RunnerTools,
  log: Log,
): Promise<void> {
  const actor = `stage:${stage.name}`;
  const moved =
    finished.kind === 'reject'
      ? await setAside(tools, standing, { ...finished, stage: stage.name, actor })
      : await advance(tools.db, tools.queue, standing, { ...finished, actor });
  const to = finished.kind === 'reject' ? 'DEAD_LETTERED' : finished.to;
  if (!moved) {
    log.info({ to }, 'already moved by another worker');
    return;
  }
  log.info({ from: standing.state, to, reason: finished.reason, ...finished.facts }, 'capture moved');
  const ageSeconds = (Date.now() - standing.receivedAt.getTime()) / 1000;
  const { reason, facts } = finished;
  tools.onMoved({
    captureId: standing.id,
    from: standing.state,
    to,
    reason,
    stage: stage.name,
    ageSeconds,
    facts,
  });
}

const crashed = (crashes: number): Finished => ({
  kind: 'reject',
  reason: 'WORKER_CRASHED',
  message: `The worker died ${crashes} times while it worked on this capture.`,
  facts: { crashes },
});

async function afterFault<Tools>(
  stage: Stage<Tools>,
  standing: WorkStanding,
  error: unknown,
  tools: RunnerTools,
  log: Log,
): Promise<JobEnding> {
  if ((error instanceof Fault && error.retry) || isConnectionLoss(error)) {
    await countTransientFault(tools.db, standing);
    log.warn({ err: error, code: (error as { code?: unknown }).code }, 'passing fault, the job comes back');
    return 'again';
  }
  const failures = await countFailure(tools.db, standing);
  log.error({ err: error, failures }, 'stage failed');
  if (failures < faultLimits.failures) return 'again';
  const message = error instanceof Error ? error.message : String(error);
  await settle(
    stage,
    standing,
    { kind: 'reject', reason: 'STAGE_FAILED', message, facts: { failures } },
    tools,
    log,
  );
  return 'done';
}
