import type { Verdict } from '@gondola/db';
import { expect, test } from 'vitest';
import { compose } from '../math/homography.ts';
import { type Planogram, type Position, slotsOf } from '../planogram/model.ts';
import type { Detection, Realogram } from '../realogram.ts';
import { applyRegistration, scaleAndShift } from './align/registration.ts';
import { assess } from './assess.ts';
import { boxAt, facingAt, perfectRealogram, randomBay } from './random-bay.testing.ts';
import { moved, realogramOf, smallBay } from './small-bay.testing.ts';

const bay = smallBay('A B C D', 'E2 F G H', 'I J K3 L');

const verdictsOf = (planogram: Planogram, realogram: Realogram) =>
  Object.fromEntries(
    assess(planogram, realogram)
      .findings.filter((finding) => finding.verdict !== 'MATCH')
      .map((finding) => [finding.positionId ?? finding.seenProductId, finding.verdict]),
  );

/**
 * Returns only what a photo of this part shows, stretched to the whole photo. A box with less than half of its area is
 * not seen.
 */
function photoOf(realogram: Realogram, [x0, y0, x1, y1]: [number, number, number, number]): Realogram {
  const detections = realogram.detections.flatMap((detection): Detection[] => {
    const [x, y, width, height] = detection.box;
    const [left, right] = [Math.max(x, x0), Math.min(x + width, x1)];
    const [top, bottom] = [Math.max(y, y0), Math.min(y + height, y1)];
    if ((right - left) * (bottom - top) < 0.5 * width * height || right < left || bottom < top) return [];
    const box: Detection['box'] = [
      (left - x0) / (x1 - x0),
      (top - y0) / (y1 - y0),
      (right - left) / (x1 - x0),
      (bottom - top) / (y1 - y0),
    ];
    return [{ ...detection, box }];
  });
  return { ...realogram, detections };
}

test('a bay seen from the side and from above is registered', () => {
  for (const [tiltX, tiltY, roll] of [
    [0.35, 0, 0],
    [-0.35, 0.1, 0.06],
    [0, 0.3, -0.06],
    [0.2, -0.25, 0.1],
  ] as const) {
    const planogram = randomBay(11, { shelves: 5, products: 24 });
    const lens = [0.7, -roll, 0.5, roll, 0.7, 0.5, tiltX, tiltY, 1];
    const camera = compose(lens, scaleAndShift(1 / planogram.widthMm, 1 / planogram.heightMm, -0.5, -0.5));
    const gone = planogram.positions[7]?.id ?? '';
    const realogram = perfectRealogram(planogram, camera);
    const seen = planogram.positions
      .flatMap(slotsOf)
      .flatMap((slot, i) => (slot.position.id === gone ? [] : (realogram.detections[i] ?? [])));
    expect(verdictsOf(planogram, { ...realogram, detections: seen })).toEqual({ [gone]: 'MISSING' });
  }
});

test('a position outside the frame is not visible and never missing', () => {
  const planogram = randomBay(5, { shelves: 4, products: 24 });
  const camera = scaleAndShift(0.9 / planogram.widthMm, 0.9 / planogram.heightMm, 0.05, 0.05);
  for (const part of [
    [0, 0, 0.62, 1],
    [0.4, 0, 1, 1],
    [0, 0.3, 1, 1],
    [0, 0, 1, 0.7],
  ] as [number, number, number, number][]) {
    const { findings, score } = assess(planogram, photoOf(perfectRealogram(planogram, camera), part));
    expect(score).toBe(1);
    for (const { positionId, verdict, credit } of findings) {
      const position = planogram.positions.find(({ id }) => id === positionId);
      if (position === undefined) throw new Error('invariant: a finding without a position');
      const from = applyRegistration(camera, position.xMm, position.yMm);
      const to = applyRegistration(camera, position.xMm + position.widthMm, position.yMm + position.heightMm);
      const [x0, y0, x1, y1] = part;
      const isInside = from.x >= x0 && to.x <= x1 && from.y >= y0 && to.y <= y1;
      const isOutside = from.x >= x1 || to.x <= x0 || from.y >= y1 || to.y <= y0;
      // Where the frame cuts a place, either verdict is fair except MISSING.
      const fair = isInside ? ['MATCH'] : isOutside ? ['NOT_VISIBLE'] : ['MATCH', 'NOT_VISIBLE'];
      expect(fair).toContain(verdict);
      expect(credit === null).toBe(verdict === 'NOT_VISIBLE');
    }
    expect(findings.some(({ verdict }) => verdict === 'NOT_VISIBLE')).toBe(true);
    expect(findings.some(({ verdict }) => verdict === 'MATCH')).toBe(true);
  }
});

/** Returns the bay with this position's facings stacked two high. */
const stacked = (position: Position): Position => ({
  ...position,
  facings: { ...position.facings, vertical: 2 },
});
const stackedBay: Planogram = {
  ...bay,
  positions: bay.positions.map((position) => (position.id === '1.3' ? stacked(position) : position)),
};

test('stacked facings count one by one: a lost upper row is short, a lost block missing', () => {
  const keep = (kept: (column: number, row: number) => boolean) =>
    realogramOf(stackedBay, (facing, { position, column, row }) =>
      position.id === '1.3' && !kept(column, row) ? null : facing,
    );
  expect(
    verdictsOf(
      stackedBay,
      keep(() => true),
    ),
  ).toEqual({});
  const short = assess(
    stackedBay,
    keep((_, row) => row === 0),
  ).findings.find(({ positionId }) => positionId === '1.3');
  expect(short).toMatchObject({ verdict: 'FACINGS_SHORT', facingsPlanned: 6, facingsSeen: 3 });
  expect(
    verdictsOf(
      stackedBay,
      keep(() => false),
    ),
  ).toEqual({ '1.3': 'MISSING' });
});

test('a product planned in two places is assessed in each separately', () => {
  const twice = smallBay('A B C D', 'E2 F A H', 'I J K3 A');
  const without = (id: string) =>
    realogramOf(twice, (facing, { position }) => (position.id === id ? null : facing));
  for (const id of ['3.1', '2.3', '1.4']) expect(verdictsOf(twice, without(id))).toEqual({ [id]: 'MISSING' });
});

test('narrow and wide products side by side keep their own tolerance', () => {
  const widths = [40, 320, 60, 260, 45, 200];
  let xMm = 0;
  const positions = widths.map((widthMm, i): Position => {
    const position: Position = {
      id: `p${i}`,
      productId: `p${i}`,
      shelfNumber: 1,
      sequence: i + 1,
      xMm,
      yMm: 50,
      widthMm,
      heightMm: 200,
      facings: { horizontal: 1, vertical: 1, depth: 1 },
      orientation: 'front',
    };
    xMm += widthMm + 10;
    return position;
  });
  const [first] = bay.products;
  if (first === undefined) throw new Error('invariant: the bay has no products');
  const mixed: Planogram = {
    widthMm: 1000,
    heightMm: 300,
    shelves: [{ id: 's', number: 1, xMm: 0, yMm: 250, widthMm: 1000, heightMm: 30 }],
    positions,
    products: positions.map(({ productId, widthMm }) => ({
      ...first,
      id: productId,
      name: productId,
      widthMm,
    })),
  };
  expect(
    verdictsOf(
      mixed,
      realogramOf(mixed, (facing) => facing),
    ),
  ).toEqual({});
  const nudged = realogramOf(mixed, (facing, { position }) =>
    position.id === 'p3' ? moved(facing, mixed, 25) : facing,
  );
  expect(verdictsOf(mixed, nudged)).toEqual({});
  const gone = realogramOf(mixed, (facing, { position }) => (position.id === 'p2' ? null : facing));
  expect(verdictsOf(mixed, gone)).toEqual({ p2: 'MISSING' });
});

test('a pegboard’s rows count as shelves: separate hooks, products above no board', () => {
  const pegs = smallBay('A B C D', 'E F G H', 'I J K L');
  const apart = (position: Position): Position => ({ ...position, xMm: 60 + 230 * (position.sequence - 1) });
  const board: Planogram = {
    ...pegs,
    // The rows of a pegboard have no front of their own: lines 2 mm high at the products' feet.
    shelves: pegs.shelves.map((shelf) => ({ ...shelf, heightMm: 2 })),
    positions: pegs.positions.map(apart),
  };
  expect(
    verdictsOf(
      board,
      realogramOf(board, (facing) => facing),
    ),
  ).toEqual({});
  const worn = realogramOf(board, (facing, { position: { productId } }) => {
    if (productId === 'F') return null;
    return productId === 'K' ? { ...facing, productId: 'G' } : facing;
  });
  expect(verdictsOf(board, worn)).toEqual({ '2.2': 'MISSING', '1.3': 'WRONG_PRODUCT' });
});

test('one facing misread as a look-alike costs its own position, and does not move the other product', () => {
  // B is out; one facing of K was taken for B.
  const realogram = realogramOf(bay, (facing, { position: { productId }, column }) => {
    if (productId === 'B') return null;
    return productId === 'K' && column === 1 ? { ...facing, productId: 'B' } : facing;
  });
  expect(verdictsOf(bay, realogram)).toEqual({ '3.2': 'MISSING', '1.3': 'FACINGS_SHORT' });
});

test('a misread facing does not hide two swapped blocks', () => {
  const two = smallBay('A3 B3 C', 'E2 F G H');
  const realogram = realogramOf(two, (facing, { position: { productId }, column }) => {
    if (productId === 'A') return { ...facing, productId: 'B' };
    if (productId === 'B') return { ...facing, productId: column === 1 ? 'B' : 'A' };
    return facing;
  });
  const expected: Record<string, Verdict> = { '2.1': 'MISPLACED', '2.2': 'MISPLACED' };
  expect(verdictsOf(two, realogram)).toEqual(expected);
});

/** The lower edge of the photo cuts the packs of the lowest shelf, of which one is shorter than planned. */
function cutBelow(productId: string | null): Realogram {
  const camera = scaleAndShift(0.9 / bay.widthMm, 1.048 / bay.heightMm, 0.05, 0.03);
  const detections = bay.positions.flatMap(slotsOf).map((slot): Detection => {
    const facing = { ...facingAt(slot, camera), box: boxAt(slot, camera) };
    if (slot.position.id !== '1.2') return facing;
    const [x, y, width, height] = facing.box;
    return { ...facing, productId, box: [x, y + 0.45 * height, width, 0.55 * height] };
  });
  expect(detections.some(({ box: [, y, , height] }) => y + height > 0.997)).toBe(true);
  return { detections, planogramToPhoto: null, truncated: false };
}

test('a pack shorter than planned that the photo’s lower edge touches still stands in its place', () => {
  const { productId } = bay.positions.find(({ id }) => id === '1.2') ?? {};
  expect(productId).toBeDefined();
  expect(verdictsOf(bay, cutBelow(productId ?? null))).toEqual({});
});

test('a place that the photo’s edge cuts confirms its product and contradicts nothing', () => {
  expect(verdictsOf(bay, cutBelow(null))).toEqual({ '1.2': 'NOT_VISIBLE' });
  const { detections, ...rest } = cutBelow(null);
  const withoutIt = detections.filter(({ productId }) => productId !== null);
  expect(verdictsOf(bay, { ...rest, detections: withoutIt })).toEqual({ '1.2': 'NOT_VISIBLE' });
});
