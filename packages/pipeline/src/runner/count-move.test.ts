import { breaker } from '@gondola/db';
import { createTestDatabase } from '@gondola/db/testing';
import { sql } from 'drizzle-orm';
import { afterAll, expect, test } from 'vitest';
import type { FleetBreaker } from '../breakers/model/fleet-breaker.ts';
import { noThreshold } from '../inference/ladder/acceptance-threshold.ts';
import { type LadderStep, runLadder } from '../inference/ladder/run-ladder.ts';
import { type Tier, TierFault } from '../inference/tier.ts';
import { readFleetGauges } from '../read-fleet-gauges.ts';
import { createMetrics } from '../telemetry/metrics.ts';
import type { TierFaultKind } from '../tier-fault-kind.ts';
import { countMove } from './count-move.ts';
import { countersAtZero } from './counters-at-zero.ts';

const { db } = await createTestDatabase('count_move');
const metrics = await createMetrics({ port: 0, readFleetGauges: () => readFleetGauges(db) });
afterAll(() => metrics.stop());
const scrape = async () =>
  (await (await fetch(`http://127.0.0.1:${metrics.port}/metrics`)).text()).split('\n');

const tier = (number: 1 | 2 | 3, provider: string, fault?: TierFaultKind): Tier => ({
  tier: number,
  provider,
  model: { id: 'm', configHash: 'h' },
  detect: async () => {
    if (fault) throw new TierFault(fault, 'as the test asks');
    return { detections: [], planogramToPhoto: null, truncated: false };
  },
});
const step = (of: Tier, fleetBreaker: FleetBreaker | null = null): LadderStep => ({
  tier: of,
  breaker: fleetBreaker,
  threshold: noThreshold,
});
const open: FleetBreaker = {
  name: 'kserve/detect',
  admit: async () => ({ admitted: false, reason: 'open' }),
  settle: async () => {},
};

async function inferAndCount(steps: LadderStep[]) {
  const input = {
    frame: { data: new Uint8Array(3), width: 1, height: 1 },
    planogram: { widthMm: 1, heightMm: 1, shelves: [], positions: [], products: [] },
    references: new Map(),
  };
  const clock = { now: () => performance.now(), deadlineMs: 30_000 };
  const { attempts } = await runLadder(steps, input, clock, new AbortController().signal);
  countMove(metrics, {
    captureId: 'c',
    from: 'PREPROCESSED',
    to: 'TIER_3_INFERENCE',
    reason: 'DETECTED',
    stage: 'infer',
    ageSeconds: 1,
    facts: { attempts },
  });
}

test('every attempt of the ladder is counted, each fallback once, and only calls have a duration', async () => {
  const last = step(tier(3, 'heuristic'));
  // Tier 1 is tried twice and falls back; a later call is refused by its breaker; tier 2 falls back without a second
  // attempt.
  await inferAndCount([step(tier(1, 'vertex', 'TRANSIENT')), step(tier(2, 'onnx', 'NOT_READY')), last]);
  await inferAndCount([step(tier(1, 'kserve'), open), last]);
  const lines = await scrape();
  for (const line of [
    'gondola_inference_attempts_total{tier="1",provider="vertex",outcome="TRANSIENT"} 2',
    'gondola_inference_attempts_total{tier="2",provider="onnx",outcome="NOT_READY"} 1',
    'gondola_inference_attempts_total{tier="1",provider="kserve",outcome="BREAKER_OPEN"} 1',
    'gondola_inference_attempts_total{tier="3",provider="heuristic",outcome="OK"} 2',
    'gondola_fallback_total{from="1",to="2",reason="TRANSIENT"} 1',
    'gondola_fallback_total{from="2",to="3",reason="NOT_READY"} 1',
    'gondola_fallback_total{from="1",to="3",reason="BREAKER_OPEN"} 1',
    'gondola_inference_duration_seconds_count{tier="1",provider="vertex"} 2',
    'gondola_inference_duration_seconds_count{tier="3",provider="heuristic"} 2',
  ])
    expect(lines).toContain(line);
  const all = lines.join('\n');
  expect(all).not.toContain('from="1",to="1"');
  expect(all).not.toContain('gondola_inference_duration_seconds_count{tier="1",provider="kserve"}');
});

test('the breaker gauge is the worst state of a provider in the database; machines that no longer report do not count', async () => {
  const soon = new Date(Date.now() + 60_000);
  const longAgo = sql`now() - interval '2 hours'`;
  await db
    .insert(breaker)
    .values([
      { name: 'vertex/detect' },
      { name: 'rekognition/detect', state: 'OPEN', retryAt: soon, updatedAt: longAgo },
      { name: 'kserve/detect', state: 'HALF_OPEN', probeOwner: 'w', probeLeaseUntil: soon },
      { name: 'edge-kserve/detect', state: 'ISOLATED' },
      { name: 'onnx/detect@here' },
      { name: 'onnx/detect@gone', state: 'OPEN', retryAt: soon, updatedAt: longAgo },
    ]);
  const states = async () =>
    (await scrape()).filter((line) => line.startsWith('gondola_breaker_state{')).sort();
  expect(await states()).toEqual([
    'gondola_breaker_state{provider="edge-kserve"} 3',
    'gondola_breaker_state{provider="kserve"} 1',
    'gondola_breaker_state{provider="onnx"} 0',
    'gondola_breaker_state{provider="rekognition"} 2',
    'gondola_breaker_state{provider="vertex"} 0',
  ]);
  await db.insert(breaker).values({ name: 'onnx/detect@there', state: 'OPEN', retryAt: soon });
  expect(await states()).toContain('gondola_breaker_state{provider="onnx"} 2');
});

test('every series that can be counted begins at zero, so that the first count is an increase', async () => {
  const fresh = await createMetrics({ port: 0 });
  countersAtZero(fresh, [step(tier(1, 'kserve')), step(tier(3, 'heuristic'))]);
  const lines = (await (await fetch(`http://127.0.0.1:${fresh.port}/metrics`)).text()).split('\n');
  await fresh.stop();
  for (const line of [
    'gondola_captures_total{outcome="SCORED"} 0',
    'gondola_captures_total{outcome="DEAD_LETTERED"} 0',
    'gondola_dead_letters_total{stage="preprocess",reason="PHOTO_CORRUPT"} 0',
    'gondola_inference_attempts_total{tier="1",provider="kserve",outcome="THROTTLED"} 0',
    'gondola_fallback_total{from="1",to="3",reason="BREAKER_OPEN"} 0',
  ])
    expect(lines).toContain(line);
  expect(lines.join('\n')).not.toMatch(/reason="OK"|stage="intake"|outcome="INGESTED"/);
});
