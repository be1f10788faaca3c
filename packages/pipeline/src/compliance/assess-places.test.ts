import { expect, test } from 'vitest';
import { type Planogram, type Slot, slotsOf } from '../planogram/model.ts';
import type { Detection } from '../realogram.ts';
import { scaleAndShift } from './align/registration.ts';
import { assess } from './assess.ts';
import { cameraOf, realogramOf, smallBay } from './small-bay.testing.ts';

const bay = smallBay('A B C D', 'E2 F G H');

const inPlace = (facing: Detection, { position, column, row }: Slot): Detection => ({
  ...facing,
  slot: { positionId: position.id, column, row },
});

const verdicts = (planogram: Planogram, realogram: Parameters<typeof assess>[1]) =>
  assess(planogram, realogram).findings.map((finding) => finding.verdict);

test('slots named by a tier that works place by place are used', () => {
  const realogram = realogramOf(bay, (facing, slot) => {
    const seen = inPlace(facing, slot);
    switch (slot.position.productId) {
      case 'A':
        return { ...seen, kind: 'gap', productId: null };
      case 'B':
        return { ...seen, productId: 'C' };
      case 'D':
        return { ...seen, productId: null, identified: false };
      default:
        return seen;
    }
  });
  expect(verdicts(bay, { ...realogram, planogramToPhoto: cameraOf(bay) })).toEqual([
    'MATCH',
    'MATCH',
    'MATCH',
    'MATCH',
    'MISSING',
    'WRONG_PRODUCT',
    'MATCH',
    'OCCUPIED',
  ]);
});

test('a place without a detection of such a tier was not assessed, or is out of view', () => {
  const half = scaleAndShift(1.8 / bay.widthMm, 0.9 / bay.heightMm, 0.05, 0.05);
  const realogram = realogramOf(bay, (facing, slot) => {
    const [x, y, width, height] = facing.box;
    const seen: Detection = { ...facing, box: [2 * x - 0.05, y, 2 * width, height] };
    return slot.position.productId === 'E' ? inPlace(seen, slot) : null;
  });
  const { findings, coverage } = assess(bay, { ...realogram, planogramToPhoto: half });
  expect(findings.map((finding) => finding.verdict)).toEqual([
    'MATCH',
    'NOT_ASSESSED',
    'NOT_ASSESSED',
    'NOT_ASSESSED',
    'NOT_ASSESSED',
    'NOT_ASSESSED',
    'NOT_ASSESSED',
    'NOT_ASSESSED',
  ]);
  expect(coverage).toBeCloseTo(2 / 9, 9);
  const quarter = scaleAndShift(4 / bay.widthMm, 0.9 / bay.heightMm, 0.05, 0.05);
  const close = realogramOf(bay, (facing, slot) => {
    const camera = slotsOf(slot.position)[slot.column];
    if (slot.position.productId !== 'E' || camera === undefined) return null;
    return inPlace({ ...facing, box: [0.05 + 0.4 * slot.column, facing.box[1], 0.4, facing.box[3]] }, slot);
  });
  expect(verdicts(bay, { ...close, planogramToPhoto: quarter })).toEqual([
    'MATCH',
    'NOT_VISIBLE',
    'NOT_VISIBLE',
    'NOT_VISIBLE',
    'NOT_ASSESSED',
    'NOT_ASSESSED',
    'NOT_VISIBLE',
    'NOT_VISIBLE',
  ]);
});

test('a realogram made place by place for one version is aligned anew for another', () => {
  const before = smallBay('A B C D', 'F E2 G H');
  const realogram = realogramOf(bay, inPlace);
  const seen = { ...realogram, planogramToPhoto: cameraOf(bay) };
  expect(assess(bay, seen).score).toBe(1);
  const compliance = assess(before, seen);
  expect(compliance.findings.find((finding) => finding.positionId === '1.1')).toMatchObject({
    verdict: 'MISPLACED',
    evidence: { foundAtPositionId: '1.2' },
  });
  expect(compliance.score).toBeLessThan(1);
});
