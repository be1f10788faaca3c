import { expect, test } from 'vitest';
import type { CurrentBreaker, TierFigures } from './read-inference.ts';
import { nextTiers, summariseTiers } from './tier-summary.ts';

const figures = (tier: number, provider: string): TierFigures => ({
  tier,
  provider,
  attempts: 1,
  calls: 1,
  shareAnswered: 1,
  outcomes: [],
  latencyMsP50: null,
  latencyMsP95: null,
  latencyMsP99: null,
  modelIds: [],
  lastAnswerAt: null,
});

const breaker = (name: string): CurrentBreaker => ({
  name,
  state: 'CLOSED',
  since: null,
  openedAt: null,
  retryAt: null,
  reason: null,
  reopenCount: 0,
  ratePerSecond: null,
  probeOwner: null,
  probeSuccesses: 0,
  policy: {
    builtIn: true,
    failuresToOpen: 5,
    failureRateToOpen: 0.3,
    windowSeconds: 30,
    baseSeconds: 5,
    factor: 2,
    capSeconds: 60,
    probeSuccessesToClose: 2,
    callTimeoutMs: 8000,
    note: null,
    createdBy: null,
    createdAt: null,
  },
});

test('each provider is in its tier with all its breakers; an unused tier is listed and empty', () => {
  const { tiers, strays } = summariseTiers(
    [figures(2, 'kserve'), figures(3, 'heuristic')],
    [breaker('kserve/detect@a'), breaker('kserve/detect@b')],
  );
  expect(tiers.map(({ tier, providers }) => [tier, providers.map(({ provider }) => provider)])).toEqual([
    [1, []],
    [2, ['kserve']],
    [3, ['heuristic']],
  ]);
  expect(tiers[1]?.providers[0]?.breakers.map(({ name }) => name)).toEqual([
    'kserve/detect@a',
    'kserve/detect@b',
  ]);
  expect(strays).toEqual([]);
});

test('a breaker whose provider had no call for a day is still shown, in its tier where that is certain', () => {
  const { tiers, strays } = summariseTiers([], [breaker('vertex/detect'), breaker('kserve/detect')]);
  expect(tiers[0]?.providers).toMatchObject([{ provider: 'vertex', figures: null }]);
  expect(strays.map(({ name }) => name)).toEqual(['kserve/detect']);
});

test('photos of an isolated provider go to the lower tiers in use, and always to tier 3', () => {
  const two = summariseTiers([figures(1, 'rekognition')], [breaker('rekognition/detect')]);
  expect(nextTiers(two, 'rekognition/detect')).toEqual([3]);
  const three = summariseTiers(
    [figures(1, 'rekognition'), figures(2, 'onnx')],
    [breaker('rekognition/detect'), breaker('onnx/detect@a')],
  );
  expect(nextTiers(three, 'rekognition/detect')).toEqual([2, 3]);
  expect(nextTiers(three, 'onnx/detect@a')).toEqual([3]);
});
