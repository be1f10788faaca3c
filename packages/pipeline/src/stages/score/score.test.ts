import { expect, test } from 'vitest';
import { cameraOf, realogramOf, smallBay } from '../../compliance/small-bay.testing.ts';
import type { Realogram } from '../../realogram.ts';
import { judge, type LiveScoreInput, score } from './score.ts';

const planogram = smallBay('A B C D', 'E F G H');
const noOverrides = { waivers: [], overrules: [], aliases: [], mapping: [] };

/** Returns the shelf as planned, without the facings of some products. */
const shelfWithout = (...missing: string[]): Realogram =>
  realogramOf(planogram, (facing, { position }) => (missing.includes(position.productId) ? null : facing));

const input = (realogram: Realogram, more: Partial<LiveScoreInput> = {}): LiveScoreInput => ({
  detectionSetId: 'detections',
  versionId: 'version',
  mappedFromVersionId: null,
  tier: 3,
  modelId: 'model',
  configHash: 'hash',
  planogram,
  mappedFrom: null,
  realogram,
  shownVersionId: 'version',
  qualityFlags: ['TOO_BLURRED'],
  overrides: noOverrides,
  readNeighbours: async () => [],
  ...more,
});

const verdictOf = (result: ReturnType<typeof judge>, positionId: string) =>
  result.compliance.findings.find((finding) => finding.positionId === positionId)?.verdict;

test('a shelf as planned has a score of 1, with its full provenance', async () => {
  const outcome = await score(input(shelfWithout()));
  expect(outcome).toMatchObject({
    kind: 'advance',
    to: 'SCORED',
    reason: 'ASSESSED',
    facts: { score: 1, coverage: 1, tier: 3 },
    result: {
      compliance: { score: 1 },
      silentDrift: null,
      provenance: {
        detectionSetId: 'detections',
        versionId: 'version',
        mappedFromVersionId: null,
        tier: 3,
        modelId: 'model',
        configHash: 'hash',
        qualityFlags: ['TOO_BLURRED'],
      },
    },
  });
});

test('a missing product lowers the score and is reported at its position', () => {
  const result = judge(input(shelfWithout('F')));
  expect(verdictOf(result, '1.2')).toBe('MISSING');
  expect(result.compliance.score).toBeCloseTo(7 / 8, 1);
});

test('a waived position counts neither for nor against the shelf', () => {
  const waiver = {
    id: 'waiver',
    positionId: '1.2',
    productId: 'F',
    reason: 'A pillar stands there.',
    author: 'manager',
    expiresAt: new Date('2027-01-01'),
  };
  const result = judge(input(shelfWithout('F'), { overrides: { ...noOverrides, waivers: [waiver] } }));
  expect(result.compliance.score).toBe(1);
  expect(result.compliance.findings.find(({ positionId }) => positionId === '1.2')).toMatchObject({
    waiverId: 'waiver',
  });
});

test('the newest overrule of a position replaces its finding', () => {
  const overrule = {
    id: 'overrule',
    positionId: '1.2',
    ordinal: 0,
    verdict: 'MATCH' as const,
    seenProductId: 'F',
    reason: 'It stands behind the tag.',
    author: 'manager',
  };
  const result = judge(input(shelfWithout('F'), { overrides: { ...noOverrides, overrules: [overrule] } }));
  expect(verdictOf(result, '1.2')).toBe('MATCH');
  expect(result.compliance.score).toBe(1);
});

test('a predecessor in its grace period counts as its successor', () => {
  const old = realogramOf(planogram, (facing, { position }) =>
    position.productId === 'F' ? { ...facing, productId: 'F-old' } : facing,
  );
  expect(judge(input(old)).compliance.score).toBeLessThan(1);
  const aliases = [{ fromProductId: 'F-old', toProductId: 'F' }];
  expect(judge(input(old, { overrides: { ...noOverrides, aliases } })).compliance.score).toBe(1);
});

test('a photo without a registration has no score, which differs from a score of 0', async () => {
  const unplaced = shelfWithout(...'ABCDEFGH');
  expect(await score(input(unplaced))).toMatchObject({
    kind: 'advance',
    reason: 'NOTHING_ASSESSABLE',
    facts: { score: null },
  });
  const emptyBay = { ...unplaced, planogramToPhoto: cameraOf(planogram) };
  expect(judge(input(emptyBay)).compliance.score).toBe(0);
});

test('neighbouring versions are read only when the shelf deviates from its plan', async () => {
  let reads = 0;
  const readNeighbours = async () => {
    reads += 1;
    return [{ versionId: 'other', planogram: smallBay('D C B A', 'H G F E') }];
  };
  await score(input(shelfWithout(), { readNeighbours }));
  expect(reads).toBe(0);
  const otherShelf = realogramOf(smallBay('D C B A', 'H G F E'), (facing) => facing);
  const outcome = await score(input(otherShelf, { tier: 1, shownVersionId: null, readNeighbours }));
  expect(reads).toBe(1);
  expect(outcome).toMatchObject({
    result: { silentDrift: { betterVersionId: 'other' } },
    facts: { betterVersionId: 'other' },
  });
});
