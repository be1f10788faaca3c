import { capture, captureEvent, deadLetter } from '@gondola/db';
import { createTestDatabase } from '@gondola/db/testing';
import { buildPayload } from '@gondola/testkit/payload';
import { tinyWorld } from '@gondola/testkit/tiny-world';
import { eq, sql } from 'drizzle-orm';
import { afterAll, expect, test } from 'vitest';
import { Fault } from '../fault.ts';
import { acceptCaptures } from '../intake/accept/accept-captures.ts';
import { pipeline } from '../pipeline.ts';
import type { Finished, Stage } from '../stage.ts';
import { createLog } from '../telemetry/log.ts';
import { type Moved, runStage } from './run-stage.ts';
import { assertComplete } from './workers.ts';

const { db, url } = await createTestDatabase('run_stage');
const world = await tinyWorld(db, url);
afterAll(() => world.stop());

const moves: Moved[] = [];
const tools = {
  db,
  queue: world.intake.queue,
  log: createLog({ name: 'test', level: 'silent' }),
  onMoved: (moved: Moved) => void moves.push(moved),
};

let ordinal = 0;
async function newJob() {
  ordinal += 1;
  const [result] = await acceptCaptures(world.intake, world.device, [buildPayload(ordinal)]);
  const captureId = result && 'captureId' in result ? result.captureId : '';
  const [row] = await db.select().from(capture).where(eq(capture.id, captureId));
  return { id: row?.jobId ?? '', captureId, retryCount: 0, signal: new AbortController().signal };
}

const preprocessed: Finished = {
  kind: 'move',
  to: 'PREPROCESSED',
  reason: 'PASS',
  facts: {},
  delaySeconds: 0,
  write: async () => ({}),
};

const scripted = (work: () => Promise<Finished | null>): Stage<object> => ({
  name: 'preprocess',
  from: ['INGESTED', 'RETRY_SCHEDULED'],
  concurrency: {},
  work,
});

const stateOf = async (id: string) => (await db.select().from(capture).where(eq(capture.id, id)))[0];

test('a job delivered twice at the same time moves the capture once', async () => {
  const job = await newJob();
  const stage = scripted(async () => preprocessed);
  await Promise.all([runStage(stage, job, tools), runStage(stage, job, tools)]);
  const events = await db.select().from(captureEvent).where(eq(captureEvent.captureId, job.captureId));
  expect(events).toHaveLength(2);
  expect(moves.filter((m) => m.captureId === job.captureId)).toHaveLength(1);
});

test('a stale job ends without any work', async () => {
  const job = await newJob();
  const stage = scripted(() => Promise.reject(new Error('must not run')));
  expect(await runStage(stage, { ...job, id: '0198d7a2-0000-7000-8000-000000000000' }, tools)).toBe('done');
  expect(await stateOf(job.captureId)).toMatchObject({ state: 'INGESTED', failures: 0 });
});

test('a transient fault returns the job to the queue and never counts against the capture', async () => {
  const job = await newJob();
  const stage = scripted(() => Promise.reject(new Fault('NETWORK', 'connection reset', { retry: true })));
  for (let retryCount = 0; retryCount < 30; retryCount++)
    expect(await runStage(stage, { ...job, retryCount }, tools)).toBe('again');
  expect(await stateOf(job.captureId)).toMatchObject({ state: 'INGESTED', failures: 0, transientFaults: 30 });
});

test('the third failure of our own code dead-letters the capture, with the error as a parameter', async () => {
  const job = await newJob();
  const stage = scripted(() => Promise.reject(new Error('division by a shelf')));
  expect(await runStage(stage, job, tools)).toBe('again');
  expect(await runStage(stage, { ...job, retryCount: 1 }, tools)).toBe('again');
  expect(await runStage(stage, { ...job, retryCount: 2 }, tools)).toBe('done');
  expect(await stateOf(job.captureId)).toMatchObject({ state: 'DEAD_LETTERED', jobId: null });
  const [stored] = await db.select().from(deadLetter).where(eq(deadLetter.captureId, job.captureId));
  expect(stored).toMatchObject({
    stage: 'preprocess',
    reason: 'STAGE_FAILED',
    params: { detail: 'division by a shelf' },
  });
});

test('an error of aborted work is not counted', async () => {
  const job = await newJob();
  const abort = new AbortController();
  const stage = scripted(async () => {
    abort.abort(new Error('the claim lapsed'));
    throw abort.signal.reason;
  });
  expect(await runStage(stage, { ...job, signal: abort.signal }, tools)).toBe('again');
  expect(await stateOf(job.captureId)).toMatchObject({ state: 'INGESTED', failures: 0, transientFaults: 0 });
});

test('the tenth crash of a worker dead-letters the capture, the ninth does not', async () => {
  const job = await newJob();
  const stage = scripted(async () => null);
  await runStage(stage, { ...job, retryCount: 9 }, tools);
  expect(await stateOf(job.captureId)).toMatchObject({ state: 'INGESTED' });
  await runStage(stage, { ...job, retryCount: 10 }, tools);
  const [stored] = await db.select().from(deadLetter).where(eq(deadLetter.captureId, job.captureId));
  expect(stored).toMatchObject({ reason: 'WORKER_CRASHED' });
});

test('the pipeline is complete; a missing stage, or two stages for one state, is rejected by name', () => {
  expect(() => assertComplete(pipeline)).not.toThrow();
  expect(() => assertComplete(pipeline.slice(1))).toThrow(/no stage takes captures in INGESTED/);
  expect(() => assertComplete([...pipeline, ...pipeline.slice(2)])).toThrow(
    /TIER_3_INFERENCE is taken by score and score/,
  );
});

test('a database connection lost during the work does not count against the capture', async () => {
  const job = await newJob();
  const lost = scripted(async () => {
    await db.execute(sql`select pg_terminate_backend(pg_backend_pid())`);
    return preprocessed;
  });
  for (let attempt = 0; attempt < 5; attempt++) expect(await runStage(lost, job, tools)).toBe('again');
  expect(await stateOf(job.captureId)).toMatchObject({ state: 'INGESTED', failures: 0, transientFaults: 5 });
});
