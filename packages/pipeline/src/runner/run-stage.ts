import { type CaptureState, type Database, isTransientDatabaseError } from '@gondola/db';
import { Fault } from '../fault.ts';
import type { CaptureQueue } from '../queue/capture-queue.ts';
import type { Finished, Stage } from '../stage.ts';
import { captureLog, type Log } from '../telemetry/log.ts';
import { advance } from './advance.ts';
import { countFailure, countTransientFault } from './count-fault.ts';
import { deadLetterCapture } from './dead-letter-capture.ts';
import { faultLimits } from './fault-limits.ts';
import { readExpectedState, type WorkState } from './read-expected-state.ts';

export interface RunnerTools {
  db: Database;
  queue: CaptureQueue;
  log: Log;
  /** Called after the commit, once for each move that took effect. */
  onMoved(moved: Moved): void;
}

export interface Moved {
  captureId: string;
  from: CaptureState;
  to: CaptureState;
  reason: string;
  stage: string;
  /** Time since the API accepted the capture. */
  ageSeconds: number;
  facts: Record<string, unknown>;
}

/** One attempt at a job; `retryCount` is the number of earlier attempts. */
export interface JobAttempt {
  id: string;
  captureId: string;
  retryCount: number;
  signal: AbortSignal;
}

/** 'done': the job is complete. 'again': the queue retries the job later. */
export type JobEnding = 'done' | 'again';

/** Runs one stage on one capture. No other code catches the errors of a stage. */
export async function runStage<Tools>(
  stage: Stage<Tools>,
  job: JobAttempt,
  tools: RunnerTools & Tools,
): Promise<JobEnding> {
  const current = await readExpectedState(tools.db, job.captureId);
  if (!current) return 'done';
  const { id: captureId, traceParent } = current;
  const log = captureLog(tools.log, { captureId, traceParent }).child({ stage: stage.name });
  // Another process moved the capture or gave it another job: this job is stale.
  if (current.jobId !== job.id || !(stage.from as readonly CaptureState[]).includes(current.state)) {
    log.debug({ jobId: job.id, state: current.state }, 'stale job ends');
    return 'done';
  }
  const started = performance.now();
  try {
    const crashes = job.retryCount - current.transientFaults - current.failures;
    const finished: Finished | null =
      crashes >= faultLimits.crashes
        ? crashed(crashes)
        : await stage.work(tools.db, current.id, tools, job.signal);
    if (finished === null) return 'done';
    const workMs = Math.round(performance.now() - started);
    await settle(stage, current, { ...finished, facts: { ...finished.facts, workMs } }, tools, log);
    return 'done';
  } catch (error) {
    // The claim of the job expired or the worker is stopping: the error says nothing about the capture.
    if (job.signal.aborted) {
      log.info({ reason: String(job.signal.reason) }, 'stage aborted, job will be retried');
      return 'again';
    }
    return afterFault(stage, current, error, tools, log);
  }
}

async function settle<Tools>(
  stage: Stage<Tools>,
  current: WorkState,
  finished: Finished,
  tools: RunnerTools,
  log: Log,
): Promise<void> {
  const actor = `stage:${stage.name}`;
  const moved =
    finished.kind === 'reject'
      ? await deadLetterCapture(tools, current, { ...finished, stage: stage.name, actor })
      : await advance(tools.db, tools.queue, current, { ...finished, actor });
  const to = finished.kind === 'reject' ? 'DEAD_LETTERED' : finished.to;
  if (!moved) {
    log.info({ to }, 'already moved by another worker');
    return;
  }
  log.info({ from: current.state, to, reason: finished.reason, ...finished.facts }, 'capture moved');
  const ageSeconds = (Date.now() - current.receivedAt.getTime()) / 1000;
  const { reason, facts } = finished;
  tools.onMoved({
    captureId: current.id,
    from: current.state,
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
  params: { crashes },
  facts: { crashes },
});

async function afterFault<Tools>(
  stage: Stage<Tools>,
  current: WorkState,
  error: unknown,
  tools: RunnerTools,
  log: Log,
): Promise<JobEnding> {
  if ((error instanceof Fault && error.retry) || isTransientDatabaseError(error)) {
    await countTransientFault(tools.db, current);
    log.warn(
      { err: error, code: (error as { code?: unknown }).code },
      'transient fault, job will be retried',
    );
    return 'again';
  }
  const failures = await countFailure(tools.db, current);
  log.error({ err: error, failures }, 'stage failed');
  if (failures < faultLimits.failures) return 'again';
  const detail = error instanceof Error ? error.message : String(error);
  await settle(
    stage,
    current,
    { kind: 'reject', reason: 'STAGE_FAILED', params: { detail }, facts: { failures } },
    tools,
    log,
  );
  return 'done';
}
