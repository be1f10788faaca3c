import { cpus } from 'node:os';
import { capture } from '@gondola/db';
import { assess } from '@gondola/pipeline/compliance';
import { type PipelineTools, pipeline, type RunnerTools, runStage } from '@gondola/pipeline/in-process';
import { openPrivateSystem, type PrivateSystem } from '@gondola/testkit/private-system';
import { buildShelfWorld } from '@gondola/testkit/shelf-world';
import { submitCaptures } from '@gondola/testkit/submit-captures';
import { inArray, sql } from 'drizzle-orm';
import { type Benchmark, type BenchmarkReport, meetsGoals } from '../benchmark.ts';
import { benchTools } from './bench-tools.ts';
import { markPreprocessed } from './mark-preprocessed.ts';
import { perfectRealogram } from './perfect-realogram.ts';
import { rescoredPerSecond } from './rescoring.ts';

const captures = 300;
const warmUp = 50;
const baselineTransactions = 2000;

/**
 * Measures the cost of the pipeline itself: every stage with its reads, moves and writes, but with an instant tier and
 * without decoding. The baseline is one-row INSERTs in transactions of their own through the same driver.
 */
export const pipelineBench: Benchmark = {
  name: 'pipeline',
  about: 'CPU per capture outside decode and inference, and scores per second, against one-row inserts',
  async run(progress) {
    const system = await openPrivateSystem();
    try {
      progress('building a bay');
      const world = await buildShelfWorld(system, 1);
      const { db } = system.database;
      await db.execute(
        sql`create table bench_baseline (id uuid primary key default gen_random_uuid(), payload jsonb)`,
      );
      const ids = [...(await submitCaptures(system, world, captures + warmUp))];
      await markPreprocessed(system, ids);
      const jobs = await jobsOf(system, ids);

      const tools = benchTools(system);
      progress('warming up');
      for (const job of jobs.slice(0, warmUp)) await runCapture(job, tools);
      await insertRows(system, 200);
      progress('measuring');
      const baselineBefore = await measure(() => insertRows(system, baselineTransactions / 2));
      const carried = await measure(async () => {
        for (const job of jobs.slice(warmUp)) await runCapture(job, tools);
      });
      const baselineAfter = await measure(() => insertRows(system, baselineTransactions / 2));
      const baselineMs = (baselineBefore.wallMs + baselineAfter.wallMs) / baselineTransactions;
      const wallMsPerCapture = carried.wallMs / captures;
      const scoring = scoresPerSecond(world.bay.planogram);
      progress('re-scoring');
      const rescored = await rescoredPerSecond(system);

      const report: Omit<BenchmarkReport, 'goalsMet'> = {
        bench: 'pipeline',
        machine: `${cpus()[0]?.model ?? 'unknown'}, ${cpus().length} cores`,
        ratios: { captureOverOneRowInsert: round(wallMsPerCapture / baselineMs) },
        figures: {
          cpuMsPerCapture: round(carried.cpuMs / captures),
          wallMsPerCapture: round(wallMsPerCapture),
          oneRowInsertMs: round(baselineMs),
          positions: world.bay.planogram.positions.length,
          scoresPerSecondPerCore: Math.round(scoring),
          rescoredPerSecondByOneWorker: Math.round(rescored),
        },
        goals: {
          cpuMsPerCapture: { max: 3 },
          scoresPerSecondPerCore: { min: 500 },
          rescoredPerSecondByOneWorker: { min: 500 },
        },
      };
      return { ...report, goalsMet: meetsGoals(report) };
    } finally {
      await system.close();
    }
  },
};

/** Runs inference and scoring of one capture, one job after the other, as a worker does. */
async function runCapture({ id, jobId }: Job, tools: RunnerTools & PipelineTools): Promise<void> {
  const { queue } = tools;
  let next = jobId;
  let endedIn = '';
  const heard: typeof tools = {
    ...tools,
    queue: {
      ...queue,
      enqueue: async (tx, jobs) => {
        next = jobs[0]?.id ?? '';
        await queue.enqueue(tx, jobs);
      },
    },
    onMoved: ({ to }) => {
      endedIn = to;
    },
  };
  for (const stage of pipeline.slice(1)) {
    const job = { id: next, captureId: id, retryCount: 0, signal: new AbortController().signal };
    await runStage(stage, job, heard);
  }
  if (endedIn !== 'SCORED') throw new Error(`capture ${id} ended in ${endedIn}`);
}

/** A capture with its next job. */
interface Job {
  id: string;
  jobId: string;
}

async function jobsOf({ database: { db } }: PrivateSystem, ids: readonly string[]): Promise<Job[]> {
  const rows = await db
    .select({ id: capture.id, jobId: capture.jobId })
    .from(capture)
    .where(inArray(capture.id, [...ids]));
  return rows.map(({ id, jobId }) => ({ id, jobId: jobId ?? '' }));
}

async function insertRows({ database: { pool } }: PrivateSystem, count: number): Promise<void> {
  for (let i = 0; i < count; i++)
    await pool.query('insert into bench_baseline (payload) values ($1)', [{ ordinal: i }]);
}

function scoresPerSecond(planogram: Parameters<typeof assess>[0]): number {
  const realogram = perfectRealogram(planogram);
  for (let i = 0; i < 100; i++) assess(planogram, realogram);
  const started = performance.now();
  let count = 0;
  while (performance.now() - started < 1000) {
    assess(planogram, realogram);
    count += 1;
  }
  return (count / (performance.now() - started)) * 1000;
}

/** Measures wall time and the CPU time of this process; the database's share is in the wall time. */
async function measure(work: () => Promise<void>): Promise<{ wallMs: number; cpuMs: number }> {
  const cpu = process.cpuUsage();
  const started = performance.now();
  await work();
  const { user, system } = process.cpuUsage(cpu);
  return { wallMs: performance.now() - started, cpuMs: (user + system) / 1000 };
}

const round = (value: number) => Math.round(value * 100) / 100;
