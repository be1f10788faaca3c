import { expect, test } from 'vitest';
import { smallBay } from '../../compliance/small-bay.testing.ts';
import type { Frame } from '../../images/frame.ts';
import { noThreshold } from '../../inference/ladder/acceptance-threshold.ts';
import { type Tier, TierFault } from '../../inference/tier.ts';
import type { Realogram } from '../../realogram.ts';
import { type InferInput, type InferTools, infer } from './infer.ts';

const frame: Frame = { data: new Uint8Array(3), width: 1, height: 1 };
const nothingSeen: Realogram = { detections: [], planogramToPhoto: null, truncated: false };
const planogram = smallBay('A B');

const tier = (number: Tier['tier'], detect: Tier['detect']): Tier => ({
  tier: number,
  provider: `tier-${number}`,
  model: { id: `model-${number}`, configHash: 'hash' },
  detect,
});

function toolsWith(tiers: readonly Tier[], more: Partial<InferTools> = {}): InferTools {
  let clockMs = 0;
  return {
    ladder: tiers.map((one) => ({ tier: one, breaker: null, threshold: noThreshold })),
    deadlineMs: 30_000,
    openPhoto: async () => frame,
    openReferences: async () => new Map(),
    findCover: async () => null,
    now: () => (clockMs += 5),
    ...more,
  };
}

const pinned = {
  gate: 'pinned' as const,
  versionId: 'version',
  planogram,
  references: new Map([['A', ['hash of a reference']]]),
  photoSha256: 'photo',
  readOtherBays: async () => [],
};
const run = (input: InferInput, tools: InferTools) => infer(input, tools, new AbortController().signal);

test('the first tier that succeeds returns the detections, its number and the earlier attempts', async () => {
  const broken = tier(1, async () => {
    throw new TierFault('PERMANENT_INPUT', 'unusable photo');
  });
  const outcome = await run(pinned, toolsWith([broken, tier(3, async () => nothingSeen)]));
  expect(outcome).toMatchObject({
    kind: 'advance',
    to: 'TIER_3_INFERENCE',
    reason: 'DETECTED',
    result: { versionId: 'version', tier: 3, model: { id: 'model-3' }, realogram: nothingSeen },
    facts: { provider: 'tier-3', detections: 0 },
  });
  if (outcome.kind !== 'advance') throw new Error('it advanced');
  expect(outcome.result.attempts.map(({ tier: number, outcome: how }) => [number, how])).toEqual([
    [1, 'PERMANENT_INPUT'],
    [3, 'OK'],
  ]);
});

test('a capture of another version waits, and its photo is not opened', async () => {
  const drift = {
    reason: 'VERSION_UNKNOWN',
    bayId: 'bay',
    taggedVersion: 'old',
    activeVersionId: null,
  } as const;
  const tools = toolsWith([], { openPhoto: () => expect.fail('a photo was opened') });
  expect(await run({ gate: 'drift', drift }, tools)).toEqual({
    kind: 'hold',
    to: 'VERSION_DRIFT',
    reason: 'VERSION_UNKNOWN',
    held: drift,
    facts: { taggedVersion: 'old' },
    delaySeconds: 0,
  });
});

test('a photo missing from the object store is a retryable fault', async () => {
  const tools = toolsWith([tier(3, async () => nothingSeen)], { openPhoto: async () => null });
  await expect(run(pinned, tools)).rejects.toMatchObject({ code: 'OBJECT_MISSING', retry: true });
});

test('tiers get the planogram and the references of the input', async () => {
  const references = new Map([['A', [frame]]]);
  const seen: unknown[] = [];
  const tools = toolsWith(
    [
      tier(3, async (given) => {
        seen.push(given);
        return nothingSeen;
      }),
    ],
    { openReferences: async (hashes) => (hashes === pinned.references ? references : new Map()) },
  );
  await run(pinned, tools);
  expect(seen).toEqual([{ frame, planogram, references }]);
});

test('what stands before the bay is written into the realogram, whichever tier answered', async () => {
  const covered = [{ outlines: [[0, 0, 1, 0, 1, 0.5]] }];
  const asked: unknown[] = [];
  const tools = toolsWith([tier(1, async () => nothingSeen)], {
    findCover: async (input) => {
      asked.push(input);
      return covered;
    },
  });
  const outcome = await run(pinned, tools);
  expect(asked).toEqual([{ frame, planogram, realogram: nothingSeen }]);
  expect(outcome).toMatchObject({
    result: { realogram: { ...nothingSeen, covered } },
    facts: { coveredRegions: 1 },
  });
});

test('a photo that shows another bay of the store names that bay', async () => {
  const other = smallBay('C D E F G H');
  const seen: Realogram = {
    detections: other.positions.map(({ id, productId }) => ({
      kind: 'product',
      box: [0, 0, 0.1, 0.1],
      productId,
      confidence: 0.9,
      candidates: [],
      slot: { positionId: id, column: 0, row: 0 },
      identified: true,
    })),
    planogramToPhoto: [0.001, 0, 0, 0, 0.001, 0, 0, 0, 1],
    truncated: false,
  };
  const unknown: Realogram = { ...nothingSeen, placementProblem: 'NOT_RECOGNISED' };
  const shows = (shown: Realogram) =>
    tier(3, async (input) => (input.planogram === other && input.usualViewOnly ? shown : unknown));
  const readOtherBays = async () => [{ bayId: 'bay-2', planogram: other, references: new Map() }];

  const named = await run({ ...pinned, readOtherBays }, toolsWith([shows(seen)]));
  expect(named).toMatchObject({
    result: { realogram: { placementProblem: 'OTHER_BAY', likelyBayId: 'bay-2' } },
    facts: { placementProblem: 'OTHER_BAY' },
  });
  const unnamed = await run({ ...pinned, readOtherBays }, toolsWith([shows(unknown)]));
  expect(unnamed).toMatchObject({ result: { realogram: unknown } });
  const failing = tier(3, async (input) => {
    if (input.planogram === other) throw new TierFault('TRANSIENT', 'no answer within 60000 ms');
    return unknown;
  });
  const unharmed = await run({ ...pinned, readOtherBays }, toolsWith([failing]));
  expect(unharmed).toMatchObject({ kind: 'advance', result: { realogram: unknown } });
});
