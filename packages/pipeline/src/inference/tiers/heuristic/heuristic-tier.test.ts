import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { Frame } from '../../../images/frame.ts';
import type { Position } from '../../../planogram/model.ts';
import type { Realogram } from '../../../realogram.ts';
import { TierFault } from '../../tier.ts';
import { blank, drawnBay, packFront, photographOf } from './drawn-bay.testing.ts';
import { createHeuristicTier } from './heuristic-tier.ts';

const bay = drawnBay();
const references = new Map([...bay.references].map(([id, frame]) => [id, [frame]]));
const tier = createHeuristicTier();
const detect = (
  frame: Frame,
  known: ReadonlyMap<string, readonly Frame[]> = references,
): Promise<Realogram> =>
  tier.detect({ frame, planogram: bay.planogram, references: known }, new AbortController().signal);
const at = (realogram: Realogram, id: string) => realogram.detections.find((d) => d.slot?.positionId === id);

test('every planned pack of a well-filled bay is found in its place', async () => {
  const realogram = await detect(photographOf(bay));
  expect(realogram.detections.map((d) => [d.slot?.positionId, d.kind, d.productId])).toEqual(
    bay.planogram.positions.map((p) => [p.id, 'product', p.productId]),
  );
  const [a = 0, , c = 0, , e = 0, f = 0] = realogram.planogramToPhoto ?? [];
  const { widthMm, heightMm } = bay.planogram;
  const off = [a * widthMm - 1, c, e * heightMm - 1, f].map(Math.abs);
  expect(Math.max(...off)).toBeLessThan(0.01);
});

test('an empty place is a gap, a swapped pack is identified, a pack of no known product is unknown', async () => {
  const stranger = packFront(9, 80, 120);
  const seen = (p: Position): Frame | null => {
    if (p.id === '1-2') return null;
    if (p.id === '2-3') return bay.references.get('p0') ?? null;
    return p.id === '3-4' ? stranger : (bay.references.get(p.productId) ?? null);
  };
  const realogram = await detect(photographOf(bay, seen));
  expect(at(realogram, '1-2')).toMatchObject({ kind: 'gap', productId: null });
  expect(at(realogram, '2-3')).toMatchObject({ kind: 'product', productId: 'p0', identified: true });
  expect(at(realogram, '3-4')).toMatchObject({ kind: 'product', productId: null, identified: true });
});

test('a product without a reference image is seen but not identified', async () => {
  const known = new Map([...references].filter(([id]) => id !== 'p3'));
  const realogram = await detect(photographOf(bay), known);
  const unseen = bay.planogram.positions.filter((p) => p.productId === 'p3').map((p) => at(realogram, p.id));
  expect(unseen.length).toBeGreaterThan(0);
  for (const d of unseen) expect(d).toMatchObject({ kind: 'product', productId: null, identified: false });
});

test('places outside the photo get no detection', async () => {
  const whole = photographOf(bay);
  const width = Math.round(whole.width * 0.82);
  const cut = blank(width, whole.height, [0, 0, 0]);
  for (let y = 0; y < whole.height; y++)
    cut.data.set(whole.data.subarray(y * whole.width * 3, (y * whole.width + width) * 3), y * width * 3);
  const realogram = await detect(cut);
  expect(new Set(realogram.detections.map((d) => d.slot?.positionId.slice(-1)))).toEqual(
    new Set(['0', '1', '2', '3', '4']),
  );
});

test('the same photo gives the same realogram twice', async () => {
  const photo = photographOf(bay);
  expect(await detect(photo)).toEqual(await detect(photo));
});

test('a photo of something else gets no registration', async () => {
  const photo = blank(600, 700, [0, 0, 0]);
  let state = 7;
  for (let i = 0; i < photo.data.length; i++) {
    state = (state * 1103515245 + 12345) % 2147483648;
    photo.data[i] = state >> 20;
  }
  expect(await detect(photo)).toEqual({
    detections: [],
    planogramToPhoto: null,
    truncated: false,
    placementProblem: 'NOT_RECOGNISED',
  });
});

test('any frame gives a realogram with numbers in range', async () => {
  const size = fc.integer({ min: 1, max: 90 });
  const frames = fc.tuple(size, size, fc.boolean(), fc.infiniteStream(fc.integer({ min: 0, max: 255 })));
  await fc.assert(
    fc.asyncProperty(frames, async ([width, height, uniform, stream]) => {
      const noise = [...stream.take(uniform ? 1 : 64)];
      const data = Uint8Array.from(
        { length: width * height * 3 },
        (_, i) => noise[(i * 31) % noise.length] ?? 0,
      );
      const realogram = await detect({ data, width, height });
      for (const d of realogram.detections) {
        expect(d.confidence).toBeGreaterThanOrEqual(0);
        expect(d.confidence).toBeLessThanOrEqual(1);
        for (const side of d.box) expect(side >= 0 && side <= 1).toBe(true);
      }
    }),
    { numRuns: 25, seed: 42 },
  );
});

test('an aborted signal rejects with a fault of that kind', async () => {
  const fault = await tier
    .detect({ frame: blank(1, 1, [0]), planogram: bay.planogram, references }, AbortSignal.abort())
    .catch((e: unknown) => e);
  expect(fault).toBeInstanceOf(TierFault);
  expect(fault).toMatchObject({ kind: 'ABORTED' });
});
