import { expect, test } from 'vitest';
import type { Planogram } from '../planogram/model.ts';
import type { Realogram } from '../realogram.ts';
import { assess } from './assess.ts';
import { randomFrom } from './random-bay.testing.ts';
import { cameraOf, moved, realogramOf, smallBay } from './small-bay.testing.ts';

const bay = smallBay('A B C D', 'E2 F G H', 'I J K3 L');

const verdictsOf = (planogram: Planogram, realogram: Realogram) =>
  Object.fromEntries(
    assess(planogram, realogram)
      .findings.filter((finding) => finding.verdict !== 'MATCH')
      .map((finding) => [finding.positionId ?? finding.seenProductId, finding.verdict]),
  );

const findingOf = (planogram: Planogram, realogram: Realogram, positionId: string | null) => {
  const finding = assess(planogram, realogram).findings.find((one) => one.positionId === positionId);
  if (finding === undefined) throw new Error(`no finding for ${positionId}`);
  return finding;
};

test('a shelf as planned matches everywhere and scores one', () => {
  const compliance = assess(
    bay,
    realogramOf(bay, (facing) => facing),
  );
  expect(compliance.findings.map((finding) => finding.verdict)).toEqual(Array(12).fill('MATCH'));
  expect(compliance).toMatchObject({ formulaVersion: 1, score: 1, coverage: 1, unscoredReason: null });
});

test('an empty place is missing, and the finding shows where', () => {
  const realogram = realogramOf(bay, (facing, { position }) => (position.productId === 'F' ? null : facing));
  const finding = findingOf(bay, realogram, '2.2');
  expect(finding).toMatchObject({ verdict: 'MISSING', credit: 0, facingsSeen: 0, seenProductId: null });
  expect(finding.reason).toBe('The place of Product F is empty.');
  expect(finding.box?.[0]).toBeCloseTo(0.05 + 0.2 * 0.9, 2);
});

test('a gap that the model detected raises the confidence of a missing product', () => {
  const realogram = realogramOf(bay, (facing, { position }) =>
    position.productId === 'F' ? { ...facing, kind: 'gap', productId: null, confidence: 0.95 } : facing,
  );
  expect(findingOf(bay, realogram, '2.2')).toMatchObject({ verdict: 'MISSING', confidence: 0.95 });
});

test('fewer facings than planned give FACINGS_SHORT and partial credit', () => {
  const realogram = realogramOf(bay, (facing, { position, column }) =>
    position.productId === 'K' && column > 0 ? null : facing,
  );
  const finding = findingOf(bay, realogram, '1.3');
  expect(finding).toMatchObject({ verdict: 'FACINGS_SHORT', facingsPlanned: 3, facingsSeen: 1 });
  expect(finding.credit).toBeCloseTo(0.9 + 0.1 / 3, 9);
  expect(finding.reason).toBe('Product K has 1 of 3 facings; the rest of its place is empty.');
});

test('more facings than planned, where nothing is planned, give FACINGS_OVER', () => {
  const realogram = realogramOf(bay, (facing, { position }) =>
    position.productId === 'D' ? [facing, moved(facing, bay, 100)] : facing,
  );
  const finding = findingOf(bay, realogram, '3.4');
  expect(finding).toMatchObject({ verdict: 'FACINGS_OVER', facingsPlanned: 1, facingsSeen: 2 });
  expect(finding.credit).toBeCloseTo(0.95, 9);
  expect(finding.evidence.facingBoxes).toHaveLength(2);
  expect(assess(bay, realogram).findings).toHaveLength(12);
});

test("two swapped products are both misplaced, on their shelf, and each names the other's position", () => {
  const swapped: Record<string, string> = { B: 'C', C: 'B' };
  const realogram = realogramOf(bay, (facing, { position: { productId } }) => ({
    ...facing,
    productId: swapped[productId] ?? productId,
  }));
  expect(verdictsOf(bay, realogram)).toEqual({ '3.2': 'MISPLACED', '3.3': 'MISPLACED' });
  const finding = findingOf(bay, realogram, '3.2');
  expect(finding.evidence.foundAtPositionId).toBe('3.3');
  expect(finding.credit).toBeCloseTo(0.8, 9);
  expect(finding.reason).toBe(
    'Product B is not in its place on shelf 3; it stands on shelf 3, in the place of Product C.',
  );
});

test('a product on another shelf is misplaced and earns less', () => {
  const realogram = realogramOf(bay, (facing, { position }) => {
    if (position.productId === 'A') return null;
    return position.productId === 'L' ? [facing, { ...moved(facing, bay, 200), productId: 'A' }] : facing;
  });
  const finding = findingOf(bay, realogram, '3.1');
  expect(finding).toMatchObject({ verdict: 'MISPLACED', seenProductId: 'A', facingsSeen: 1 });
  expect(finding.credit).toBeCloseTo(0.6, 9);
  expect(finding.reason).toContain('it stands on shelf 1, where nothing is planned');
});

test('another product in the place is a wrong product, and reported once', () => {
  const realogram = realogramOf(bay, (facing, { position }) =>
    position.productId === 'F'
      ? { ...facing, productId: 'G', candidates: [{ productId: 'G', score: 0.7 }] }
      : facing,
  );
  expect(verdictsOf(bay, realogram)).toEqual({ '2.2': 'WRONG_PRODUCT' });
  expect(findingOf(bay, realogram, '2.2')).toMatchObject({
    seenProductId: 'G',
    credit: 0,
    reason: 'Product G stands where Product F is planned.',
    evidence: { candidates: [{ productId: 'G', score: 0.7 }] },
  });
});

test('a block that spread into its neighbour’s place does not count as the lost product of a third place', () => {
  const twice = smallBay('A B C D', 'E F G B');
  const realogram = realogramOf(twice, (facing, { position }) => {
    if (position.id === '2.3') return { ...facing, productId: 'B' };
    return position.id === '1.4' ? null : facing;
  });
  expect(verdictsOf(twice, realogram)).toEqual({ '2.3': 'WRONG_PRODUCT', '1.4': 'MISSING' });
});

test('a product of no catalogue is an unknown product; an unidentified one is occupied', () => {
  const realogram = realogramOf(bay, (facing, { position }) => {
    if (position.productId === 'F') return { ...facing, productId: null };
    return position.productId === 'G' ? { ...facing, productId: null, identified: false } : facing;
  });
  expect(verdictsOf(bay, realogram)).toEqual({ '2.2': 'UNKNOWN_PRODUCT', '2.3': 'OCCUPIED' });
  expect(findingOf(bay, realogram, '2.2').credit).toBe(0);
  expect(findingOf(bay, realogram, '2.3').credit).toBeNull();
  expect(assess(bay, realogram).coverage).toBeCloseTo(14 / 15, 9);
});

test('an unplanned product is extra, and costs nothing', () => {
  const realogram = realogramOf(bay, (facing, { position }) =>
    position.productId === 'D' ? [facing, { ...moved(facing, bay, 300), productId: 'I' }] : facing,
  );
  const { findings, score } = assess(bay, realogram);
  expect(findings.at(-1)).toMatchObject({
    positionId: null,
    verdict: 'EXTRA',
    seenProductId: 'I',
    credit: null,
    reason: 'Product I stands on shelf 3 where nothing is planned.',
  });
  expect(score).toBe(1);
});

test('one box over two places counts in both', () => {
  const realogram = realogramOf(bay, (facing, { position }) => {
    if (position.productId === 'G') return null;
    const [x, y, width, height] = facing.box;
    return position.productId === 'F'
      ? { ...facing, productId: null, box: [x, y, 2 * width, height] }
      : facing;
  });
  expect(verdictsOf(bay, realogram)).toEqual({ '2.2': 'UNKNOWN_PRODUCT', '2.3': 'UNKNOWN_PRODUCT' });
});

test('a truncated answer makes no place empty', () => {
  const realogram = realogramOf(bay, (facing, { position }) => (position.productId === 'F' ? null : facing));
  expect(verdictsOf(bay, { ...realogram, truncated: true })).toEqual({ '2.2': 'NOT_ASSESSED' });
});

test('gaps alone show an empty shelf: a score of 0 with full coverage', () => {
  const realogram = realogramOf(bay, (facing) => ({ ...facing, kind: 'gap', productId: null }));
  expect(assess(bay, realogram)).toMatchObject({ score: 0, coverage: 1, unscoredReason: null });
});

test('no detections give no score, with the reason, and never 0', () => {
  const compliance = assess(bay, { detections: [], planogramToPhoto: null, truncated: false });
  expect(compliance).toMatchObject({
    score: null,
    coverage: 0,
    unscoredReason: 'Nothing was detected in the photo, so it could not be aligned with the planogram.',
    components: { onShelfAvailability: null, strictRate: null },
  });
  expect(new Set(compliance.findings.map((finding) => finding.verdict))).toEqual(new Set(['NOT_ASSESSED']));
});

test('no detections with a known registration show an empty shelf', () => {
  const compliance = assess(bay, { detections: [], planogramToPhoto: cameraOf(bay), truncated: false });
  expect(compliance).toMatchObject({ score: 0, coverage: 1 });
});

test('clutter gives no score', () => {
  for (let seed = 1; seed <= 10; seed++) {
    const random = randomFrom(seed);
    const realogram = realogramOf(bay, (facing) => ({
      ...facing,
      productId: null,
      box: [0.8 * random(), 0.8 * random(), 0.02 + 0.2 * random(), 0.02 + 0.2 * random()],
    }));
    expect(assess(bay, realogram).score).toBeNull();
  }
});

test('a bay between two others is assessed alone, and their products are not extra', () => {
  const realogram = realogramOf(bay, (facing) => {
    const [x, y, width, height] = facing.box;
    const middle: typeof facing = { ...facing, box: [0.4 + 0.3 * x, y, 0.3 * width, height] };
    const aside = (left: number): typeof facing => ({
      ...middle,
      productId: null,
      box: [left + 0.3 * x, y, 0.3 * width, height],
    });
    return [middle, aside(0.08), aside(0.72)];
  });
  const { score, findings } = assess(bay, realogram);
  expect(score).toBe(1);
  expect(findings).toHaveLength(12);
});
