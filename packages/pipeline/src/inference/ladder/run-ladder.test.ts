import { expect, test } from 'vitest';
import type { CallEnding } from '../../breakers/model/breaker-event.ts';
import type { FleetBreaker } from '../../breakers/model/fleet-breaker.ts';
import type { Realogram } from '../../realogram.ts';
import type { TierFaultKind } from '../../tier-fault-kind.ts';
import { type Tier, TierFault, type TierInput } from '../tier.ts';
import { noThreshold } from './acceptance-threshold.ts';
import { type LadderStep, runLadder } from './run-ladder.ts';

const input: TierInput = {
  frame: { data: new Uint8Array(3), width: 1, height: 1 },
  planogram: { widthMm: 1000, heightMm: 1000, shelves: [], positions: [], products: [] },
  references: new Map(),
};
const seen = (confidence: number): Realogram => ({
  detections: [
    {
      kind: 'product',
      box: [0, 0, 1, 1],
      productId: null,
      confidence,
      candidates: [],
      slot: null,
      identified: false,
    },
  ],
  planogramToPhoto: null,
  truncated: false,
});

/** A tier with scripted endings, call by call; the last ending repeats. */
function scripted(
  tier: 1 | 2 | 3,
  ...words: (TierFaultKind | Realogram | 'HANG')[]
): Tier & { calls: number } {
  const made = {
    tier,
    provider: `tier-${tier}`,
    model: { id: 'scripted', configHash: 'x' },
    calls: 0,
    async detect(): Promise<Realogram> {
      const word = words[Math.min(made.calls, words.length - 1)];
      made.calls += 1;
      if (word === 'HANG' || word === undefined) return new Promise(() => {});
      if (typeof word === 'string') throw new TierFault(word, `told to be ${word}`);
      return word;
    },
  };
  return made;
}

/** A breaker that admits or refuses as scripted and records the reported endings. */
function scriptedBreaker(admits: boolean, timeoutMs = 1000): FleetBreaker & { endings: CallEnding[] } {
  const endings: CallEnding[] = [];
  return {
    name: 'scripted',
    endings,
    admit: async () =>
      admits
        ? { admitted: true, kind: 'call', generation: 0, timeoutMs }
        : { admitted: false, reason: 'open: TRANSIENT' },
    settle: async (_pass, ending) => void endings.push(ending),
  };
}

const step = (tier: Tier, breaker: FleetBreaker | null = null, threshold = noThreshold): LadderStep => ({
  tier,
  breaker,
  threshold,
});
const clock = (deadlineMs = 60_000) => ({ now: () => performance.now(), deadlineMs });
const go = (steps: LadderStep[], at = clock(), signal = new AbortController().signal) =>
  runLadder(steps, input, at, signal);
const outcomes = (answer: Awaited<ReturnType<typeof go>>) =>
  answer.attempts.map(({ tier, outcome }) => `${tier} ${outcome}`);

test('the first tier that answers is used, and the lower ones are not called', async () => {
  const third = scripted(3, seen(1));
  const answer = await go([step(scripted(1, seen(1))), step(third)]);
  expect([answer.tier.tier, outcomes(answer), third.calls]).toEqual([1, ['1 OK'], 0]);
});

test('an open breaker costs no call and no attempt', async () => {
  const first = scripted(1, seen(1));
  const breaker = scriptedBreaker(false);
  const answer = await go([step(first, breaker), step(scripted(3, seen(1)))]);
  expect([outcomes(answer), first.calls, breaker.endings]).toEqual([['1 BREAKER_OPEN', '3 OK'], 0, []]);
});

test('a transient fault is retried once, and both attempts are recorded and reported to the breaker', async () => {
  const breaker = scriptedBreaker(true);
  const answer = await go([step(scripted(1, 'TRANSIENT', seen(1)), breaker)]);
  expect(outcomes(answer)).toEqual(['1 TRANSIENT', '1 OK']);
  expect(breaker.endings.map(({ kind }) => kind)).toEqual(['TRANSIENT', 'OK']);
});

test.each(['THROTTLED', 'PERMANENT_INPUT', 'CONFIGURATION', 'NOT_READY'] as const)(
  '%s is not tried again: the next tier is asked',
  async (kind) => {
    const answer = await go([step(scripted(1, kind)), step(scripted(2, kind)), step(scripted(3, seen(1)))]);
    expect(outcomes(answer)).toEqual([`1 ${kind}`, `2 ${kind}`, '3 OK']);
  },
);

test('a hanging call ends at its limit and is a transient fault to the breaker', async () => {
  const breaker = scriptedBreaker(true, 20);
  const answer = await go([step(scripted(1, 'HANG'), breaker), step(scripted(3, seen(1)))]);
  expect(outcomes(answer)).toEqual(['1 TRANSIENT', '1 TRANSIENT', '3 OK']);
  expect(breaker.endings).toMatchObject([{ kind: 'TRANSIENT', message: 'no answer within 20 ms' }, {}]);
});

test('after the deadline of a capture only the last tier is called', async () => {
  const second = scripted(2, seen(1));
  // A clock of its own: a timer of this machine may be early by less than it can tell.
  let nowMs = 0;
  const hasty = { now: () => (nowMs += 20), deadlineMs: 30 };
  const answer = await go([step(scripted(1, 'HANG')), step(second), step(scripted(3, seen(1)))], hasty);
  expect(outcomes(answer)).toEqual(['1 TRANSIENT', '1 DEADLINE', '2 DEADLINE', '3 OK']);
  expect(second.calls).toBe(0);
});

test('an answer below the acceptance threshold is recorded as such, and the next tier is called', async () => {
  const threshold = { minDetections: 1, minMeanConfidence: 0.5 };
  const answer = await go([
    step(scripted(1, seen(0.2)), null, threshold),
    step(scripted(3, seen(0.1)), null, threshold),
  ]);
  expect(outcomes(answer)).toEqual(['1 POOR_ANSWER', '3 POOR_ANSWER']);
  expect(answer.tier.tier).toBe(3);
});

test('a stopped stage leaves the ladder, and the breaker records the call as aborted', async () => {
  const stopping = new AbortController();
  const breaker = scriptedBreaker(true);
  const climbing = go(
    [step(scripted(1, 'HANG'), breaker), step(scripted(3, seen(1)))],
    clock(),
    stopping.signal,
  );
  setTimeout(() => stopping.abort(), 10);
  await expect(climbing).rejects.toMatchObject({ name: 'AbortError' });
  expect(breaker.endings).toMatchObject([{ kind: 'ABORTED' }]);
});

test('without any answer the ladder throws a transient fault that names every attempt', async () => {
  await expect(go([step(scripted(1, 'NOT_READY'))])).rejects.toMatchObject({
    code: 'NO_TIER_ANSWERED',
    retry: true,
    message: 'no tier answered: tier 1 NOT_READY',
  });
});

test('a bug in a tier costs the capture that tier, not its score', async () => {
  const broken: Tier = { ...scripted(1), detect: () => Promise.reject(new TypeError('a bug')) };
  const answer = await go([step(broken), step(scripted(3, seen(1)))]);
  expect(answer.attempts[0]).toMatchObject({
    outcome: 'PERMANENT_INPUT',
    message: expect.stringContaining('a bug'),
  });
  expect(answer.tier.tier).toBe(3);
});
