import { capture, captureEvent, deadLetter } from '@gondola/db';
import { createTestDatabase } from '@gondola/db/testing';
import { eq, sql } from 'drizzle-orm';
import { afterAll, expect, test } from 'vitest';
import { Fault } from '../fault.ts';
import { acceptCaptures } from '../intake/accept-captures.ts';
import { pipeline } from '../pipeline.ts';
import type { Finished, Stage } from '../stage.ts';
import { createLog } from '../telemetry/log.ts';
import { goodPayload, tinyWorld } from '../testing.ts';
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
  const [result] = await acceptCaptures(world.intake, world.device, [goodPayload(ordinal)]);
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

test('a job of another id is stale: it ends without any work', async () => {
  const job = await newJob();
  const stage = scripted(() => Promise.reject(new Error('must not run')));
  expect(await runStage(stage, { ...job, id: '0198d7a2-0000-7000-8000-000000000000' }, tools)).toBe('done');
  expect(await stateOf(job.captureId)).toMatchObject({ state: 'INGESTED', failures: 0 });
});

test('a passing fault gives the job back and is never counted against the capture', async () => {
  const job = await newJob();
  const stage = scripted(() => Promise.reject(new Fault('NETWORK', 'connection reset', { retry: true })));
  for (let retryCount = 0; retryCount < 30; retryCount++)
    expect(await runStage(stage, { ...job, retryCount }, tools)).toBe('again');
  expect(await stateOf(job.captureId)).toMatchObject({ state: 'INGESTED', failures: 0, transientFaults: 30 });
});

test('an error of our own code is tried three times, then the capture is set aside with its words', async () => {
  const job = await newJob();
  const stage = scripted(() => Promise.reject(new Error('division by a shelf')));
  expect(await runStage(stage, job, tools)).toBe('again');
  expect(await runStage(stage, { ...job, retryCount: 1 }, tools)).toBe('again');
  expect(await runStage(stage, { ...job, retryCount: 2 }, tools)).toBe('done');
  expect(await stateOf(job.captureId)).toMatchObject({ state: 'DEAD_LETTERED', jobId: null });
  const [letter] = await db.select().from(deadLetter).where(eq(deadLetter.captureId, job.captureId));
  expect(letter).toMatchObject({
    stage: 'preprocess',
    reason: 'STAGE_FAILED',
    message: 'division by a shelf',
  });
});

test('work that is called off is not counted, whatever it threw', async () => {
  const job = await newJob();
  const calledOff = new AbortController();
  const stage = scripted(async () => {
    calledOff.abort(new Error('the claim lapsed'));
    throw calledOff.signal.reason;
  });
  expect(await runStage(stage, { ...job, signal: calledOff.signal }, tools)).toBe('again');
  expect(await stateOf(job.captureId)).toMatchObject({ state: 'INGESTED', failures: 0, transientFaults: 0 });
});

test('nine crashes of the worker leave the capture be, the tenth sets it aside', async () => {
  const job = await newJob();
  const stage = scripted(async () => null);
  await runStage(stage, { ...job, retryCount: 9 }, tools);
  expect(await stateOf(job.captureId)).toMatchObject({ state: 'INGESTED' });
  await runStage(stage, { ...job, retryCount: 10 }, tools);
  const [letter] = await db.select().from(deadLetter).where(eq(deadLetter.captureId, job.captureId));
  expect(letter).toMatchObject({ reason: 'WORKER_CRASHED' });
});

test('the pipeline is complete; without a stage, or with two for a state, it is refused by name', () => {
  expect(() => assertComplete(pipeline)).not.toThrow();
  expect(() => assertComplete(pipeline.slice(1))).toThrow(/no stage takes captures in INGESTED/);
  expect(() => assertComplete([...pipeline, ...pipeline.slice(2)])).toThrow(
    /TIER_3_INFERENCE is taken by score and score/,
  );
});

test('a database connection that is lost in the middle of the work is not held against the capture', async () => {
  const job = await newJob();
  const lost = scripted(async () => {
    await db.execute(sql`select pg_terminate_backend(pg_backend_pid())`);
    return preprocessed;
  });
  for (let attempt = 0; attempt < 5; attempt++) expect(await runStage(lost, job, tools)).toBe('again');
  expect(await stateOf(job.captureId)).toMatchObject({ state: 'INGESTED', failures: 0, transientFaults: 5 });
});
