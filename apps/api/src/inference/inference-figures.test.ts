import { type AttemptOutcome, capture, detectionSet, inferenceAttempt } from '@gondola/db';
import { addScoredCapture } from '@gondola/testkit/capture-with-everything';
import { eq } from 'drizzle-orm';
import { expect, test } from 'vitest';
import { startTestApi } from '../testing/start-test-api.ts';

const api = await startTestApi('inference');
const operator = await api.signIn('operator');
const { storeId } = await api.addStore('0421');
const captureId = await addScoredCapture(api.db, storeId);
const [found] = await api.db.select().from(detectionSet).where(eq(detectionSet.captureId, captureId));
await api.db
  .update(capture)
  .set({ detectionSetId: found?.id ?? null })
  .where(eq(capture.id, captureId));

/** The attempts of one analysis, as the ladder writes them: all at one instant. */
const addInference = (
  createdAt: Date,
  ...attempts: [tier: number, provider: string, outcome: AttemptOutcome, durationMs: number][]
) =>
  api.db.insert(inferenceAttempt).values(
    attempts.map(([tier, provider, outcome, durationMs], ordinal) => ({
      captureId,
      ordinal,
      tier,
      provider,
      outcome,
      durationMs,
      createdAt,
    })),
  );

test('tiers show the last hour: outcomes, their share of the results, latency of calls only, detected models', async () => {
  await api.db.delete(inferenceAttempt);
  const minutesAgo = (minutes: number) => new Date(Date.now() - minutes * 60_000);
  await addInference(minutesAgo(5), [1, 'vertex', 'OK', 400]);
  await addInference(
    minutesAgo(4),
    [1, 'vertex', 'TRANSIENT', 8000],
    [1, 'vertex', 'TRANSIENT', 200],
    [3, 'heuristic', 'OK', 50],
  );
  await addInference(minutesAgo(3), [1, 'vertex', 'BREAKER_OPEN', 0], [3, 'heuristic', 'OK', 60]);
  await addInference(minutesAgo(90), [2, 'onnx', 'OK', 30]);
  await addInference(minutesAgo(60 * 30), [2, 'kserve', 'OK', 30]);
  const answer = await api.ask(
    `{ inferenceTiers { tier provider attempts calls shareAnswered outcomes { outcome count } modelIds lastAnswerAt
        latencyMsP50 latencyMsP95 latencyMsP99 } }`,
    {},
    operator,
  );
  expect(answer.errors).toEqual([]);
  expect(answer.data?.inferenceTiers).toEqual([
    {
      tier: 1,
      provider: 'vertex',
      attempts: 4,
      calls: 3,
      shareAnswered: expect.closeTo(1 / 3),
      outcomes: [
        { outcome: 'OK', count: 1 },
        { outcome: 'TRANSIENT', count: 2 },
        { outcome: 'BREAKER_OPEN', count: 1 },
      ],
      modelIds: [],
      lastAnswerAt: expect.any(String),
      latencyMsP50: 400,
      latencyMsP95: expect.closeTo(7240),
      latencyMsP99: expect.closeTo(7848),
    },
    {
      tier: 2,
      provider: 'onnx',
      attempts: 0,
      calls: 0,
      shareAnswered: 0,
      outcomes: [],
      modelIds: [],
      lastAnswerAt: expect.any(String),
      latencyMsP50: null,
      latencyMsP95: null,
      latencyMsP99: null,
    },
    expect.objectContaining({
      tier: 3,
      provider: 'heuristic',
      modelIds: ['m'],
      shareAnswered: expect.closeTo(2 / 3),
      calls: 2,
    }),
  ]);
});

test('the fallback rate is the share of captures that the first tier did not score; null without captures, not zero', async () => {
  await api.db.delete(inferenceAttempt);
  const at = (time: string) => new Date(`2026-11-01T${time}Z`);
  await addInference(at('09:59:59.999'), [3, 'heuristic', 'OK', 1]);
  await addInference(at('10:00:00'), [1, 'vertex', 'OK', 1]);
  await addInference(at('10:01:00'), [1, 'vertex', 'TRANSIENT', 1], [1, 'vertex', 'OK', 1]);
  await addInference(at('10:02:00'), [1, 'vertex', 'BREAKER_OPEN', 0], [2, 'onnx', 'OK', 1]);
  await addInference(
    at('10:04:59'),
    [1, 'vertex', 'TRANSIENT', 1],
    [2, 'onnx', 'POOR_ANSWER', 1],
    [3, 'heuristic', 'OK', 1],
  );
  // Where no other tier is configured, tier 3 is the first one: no fallback.
  await addInference(at('10:12:00'), [3, 'heuristic', 'OK', 1]);
  await addInference(at('10:15:00'), [3, 'heuristic', 'OK', 1]);
  const series = (to: string, bucketMinutes: number) =>
    api.ask(
      `{ fallbackSeries(from: "2026-11-01T10:00:00Z", to: "${to}", bucketMinutes: ${bucketMinutes}) {
        alertRate points { from tier1 tier2 tier3 fallbackRate } } }`,
      {},
      operator,
    );
  expect((await series('2026-11-01T10:15:00Z', 5)).data?.fallbackSeries).toEqual({
    alertRate: 0.15,
    points: [
      { from: '2026-11-01T10:00:00.000Z', tier1: 2, tier2: 1, tier3: 1, fallbackRate: 0.5 },
      { from: '2026-11-01T10:05:00.000Z', tier1: 0, tier2: 0, tier3: 0, fallbackRate: null },
      { from: '2026-11-01T10:10:00.000Z', tier1: 0, tier2: 0, tier3: 1, fallbackRate: 0 },
    ],
  });
  for (const refused of [
    await series('2026-11-01T10:00:00Z', 5),
    await series('2026-11-01T11:00:00Z', 0),
    await series('2026-12-01T11:00:00Z', 1),
    await series('2027-12-01T11:00:00Z', 1440),
  ])
    expect(refused.errors[0]?.extensions.code).toBe('BAD_USER_INPUT');

  const minutes = await api.ask(
    `{ breakerMinutes(name: "vertex/detect", from: "2026-11-01T10:00:00Z", to: "2026-11-01T11:00:00Z") {
      minute ok transient throttled refused latencyMsP50 } }`,
    {},
    operator,
  );
  expect(minutes.data?.breakerMinutes).toEqual([
    { minute: '2026-11-01T10:00:00.000Z', ok: 1, transient: 0, throttled: 0, refused: 0, latencyMsP50: 1 },
    { minute: '2026-11-01T10:01:00.000Z', ok: 1, transient: 1, throttled: 0, refused: 0, latencyMsP50: 1 },
    { minute: '2026-11-01T10:02:00.000Z', ok: 0, transient: 0, throttled: 0, refused: 1, latencyMsP50: null },
    { minute: '2026-11-01T10:04:00.000Z', ok: 0, transient: 1, throttled: 0, refused: 0, latencyMsP50: 1 },
  ]);
});
