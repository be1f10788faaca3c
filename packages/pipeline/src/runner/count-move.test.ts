import { breaker } from '@gondola/db';
import { createTestDatabase } from '@gondola/db/testing';
import { sql } from 'drizzle-orm';
import { afterAll, expect, test } from 'vitest';
import { noFloor } from '../inference/answer-floor.ts';
import type { FleetBreaker } from '../inference/breaker/fleet-breaker.ts';
import { climb, type Rung } from '../inference/ladder.ts';
import { type Tier, TierFault, type TierFaultKind } from '../inference/tier.ts';
import { createMetrics } from '../telemetry/metrics.ts';
import { observeDatabase } from '../telemetry/observe-database.ts';
import { countMove } from './count-move.ts';

const { db } = await createTestDatabase('count_move');
const metrics = await createMetrics({ port: 0, observe: observeDatabase(db) });
afterAll(() => metrics.stop());
const scrape = async () =>
  (await (await fetch(`http://127.0.0.1:${metrics.port}/metrics`)).text()).split('\n');

const tier = (number: 1 | 2 | 3, provider: string, fault?: TierFaultKind): Tier => ({
  tier: number,
  provider,
  model: { id: 'm', configHash: 'h' },
  detect: async () => {
    if (fault) throw new TierFault(fault, 'told to');
    return { detections: [], planogramToPhoto: null, truncated: false };
  },
});
const rung = (of: Tier, fleetBreaker: FleetBreaker | null = null): Rung => ({
  tier: of,
  breaker: fleetBreaker,
  floor: noFloor,
});
const open: FleetBreaker = {
  name: 'kserve/detect',
  admit: async () => ({ admitted: false, reason: 'open' }),
  settle: async () => {},
};

async function inferAndCount(rungs: Rung[]) {
  const input = {
    frame: { data: new Uint8Array(3), width: 1, height: 1 },
    planogram: { widthMm: 1, heightMm: 1, shelves: [], positions: [], products: [] },
    references: new Map(),
  };
  const clock = { now: () => performance.now(), deadlineMs: 30_000 };
  const { attempts } = await climb(rungs, input, clock, new AbortController().signal);
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

test('every attempt of the ladder is counted, a fallback once per step down, and only calls have a duration', async () => {
  const last = rung(tier(3, 'heuristic'));
  // Tried twice, then passed on; refused by its breaker; passed on for a fault that is not tried again.
  await inferAndCount([rung(tier(1, 'vertex', 'TRANSIENT')), rung(tier(2, 'onnx', 'NOT_READY')), last]);
  await inferAndCount([rung(tier(1, 'kserve'), open), last]);
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

test('the breaker gauge is the worst state of a provider, from the database; machines that are gone do not count', async () => {
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
