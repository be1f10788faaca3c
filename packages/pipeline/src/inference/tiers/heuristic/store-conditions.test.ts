import { expect, test } from 'vitest';
import type { Frame } from '../../../images/frame.ts';
import type { Detection } from '../../../realogram.ts';
import { type DrawnBay, drawnBay, packFront, photographOf } from './drawn-bay.testing.ts';
import { createHeuristicTier } from './heuristic-tier.ts';

const bay = drawnBay();
const tier = createHeuristicTier();

async function seenIn(frame: Frame, { planogram, references }: DrawnBay): Promise<Map<string, Detection>> {
  const known = new Map([...references].map(([id, image]) => [id, [image]]));
  const { detections } = await tier.detect(
    { frame, planogram, references: known },
    new AbortController().signal,
  );
  return new Map(detections.flatMap((d) => (d.slot === null ? [] : [[d.slot.positionId, d]])));
}

const named = (seen: ReadonlyMap<string, Detection>): (string | null | undefined)[] =>
  bay.planogram.positions.map((p) => seen.get(p.id)?.productId);
const planned = bay.planogram.positions.map((p) => p.productId);

/** Every pixel through `light`, which gets its place as shares of the frame. */
function lit(frame: Frame, light: (x: number, y: number) => readonly [number, number, number]): Frame {
  const data = new Uint8Array(frame.data.length);
  for (let y = 0; y < frame.height; y++)
    for (let x = 0; x < frame.width; x++) {
      const gains = light(x / frame.width, y / frame.height);
      const o = (y * frame.width + x) * 3;
      for (const k of [0, 1, 2] as const) data[o + k] = Math.min(255, (frame.data[o + k] ?? 0) * gains[k]);
    }
  return { ...frame, data };
}

/** Paints over part of a pack front (shares of it) with one colour. */
function covered(pack: Frame, left: number, top: number, right: number, bottom: number): Frame {
  const data = Uint8Array.from(pack.data);
  for (let y = Math.round(top * pack.height); y < Math.round(bottom * pack.height); y++)
    for (let x = Math.round(left * pack.width); x < Math.round(right * pack.width); x++)
      data.set([96, 94, 92], (y * pack.width + x) * 3);
  return { ...pack, data };
}

test('half the light, a warm lamp and a shaded side change no identification', async () => {
  const photo = photographOf(bay);
  for (const light of [
    () => [0.5, 0.5, 0.5] as const,
    () => [0.95, 0.8, 0.62] as const,
    (x: number) => [1 - 0.5 * x, 1 - 0.5 * x, 1 - 0.5 * x] as const,
  ])
    expect(named(await seenIn(lit(photo, light), bay))).toEqual(planned);
});

test('a pack that is one third hidden is still identified', async () => {
  const hidden = photographOf(bay, (p) => {
    const pack = bay.references.get(p.productId);
    if (pack === undefined) return null;
    if (p.id === '1-1') return covered(pack, 0, 0, 0.33, 1);
    return p.id === '2-4' ? covered(pack, 0, 0.7, 1, 1) : pack;
  });
  const seen = await seenIn(hidden, bay);
  for (const id of ['1-1', '2-4'])
    expect(seen.get(id)?.productId).toBe(bay.planogram.positions.find((p) => p.id === id)?.productId);
});

test('two flavours of one design are distinguished, in their own place and in the swapped one', async () => {
  // p1 is p0 with another colour in the band alone.
  const plain = packFront(0, 80, 120);
  const data = Uint8Array.from(plain.data);
  for (let y = 18; y < 34; y++)
    for (let x = 0; x < 80; x++) {
      const o = (y * 80 + x) * 3;
      data.set([plain.data[o + 2] ?? 0, plain.data[o] ?? 0, plain.data[o + 1] ?? 0], o);
    }
  const lookAlikes: DrawnBay = {
    ...bay,
    references: new Map([...bay.references, ['p0', plain], ['p1', { ...plain, data }]]),
  };
  const first = lookAlikes.planogram.positions.find((p) => p.productId === 'p0');
  const photo = photographOf(
    lookAlikes,
    (p) => lookAlikes.references.get(p === first ? 'p1' : p.productId) ?? null,
  );
  const seen = await seenIn(photo, lookAlikes);
  const expected = lookAlikes.planogram.positions.map((p) => (p === first ? 'p1' : p.productId));
  expect(named(seen)).toEqual(expected);
});

test('dark packs behind a neighbour do not fill the empty place beside it', async () => {
  const gone = bay.planogram.positions.find((p) => p.id === '2-2');
  const neighbour = bay.references.get(bay.planogram.positions.find((p) => p.id === '2-3')?.productId ?? '');
  if (gone === undefined || neighbour === undefined) throw new Error('no such place');
  const photo = photographOf(bay, (p) => {
    if (p !== gone) return bay.references.get(p.productId) ?? null;
    // The shelf's back on the left, the neighbour's second row in shade on the right.
    const back = covered(neighbour, 0, 0, 0.45, 1);
    return lit(back, (x) => (x < 0.45 ? [0.73, 0.73, 0.73] : [0.3, 0.3, 0.3]));
  });
  const seen = (await seenIn(photo, bay)).get('2-2');
  expect(seen).toMatchObject({ kind: 'gap', productId: null });
});

test('each detection carries the evidence of its classification', async () => {
  const photo = photographOf(bay, (p) => (p.id === '1-2' ? null : (bay.references.get(p.productId) ?? null)));
  const seen = await seenIn(photo, bay);
  const full = seen.get('1-1')?.sight;
  const empty = seen.get('1-2')?.sight;
  expect(full?.likeness).toBeGreaterThan(full?.needed ?? 1);
  expect(full?.occupancy).toBeGreaterThan(0.9);
  expect(empty?.occupancy).toBeLessThan(0.1);
  expect(empty?.contrast).toBeLessThan(0.3);
  expect(empty?.likeness ?? 0).toBeLessThan(empty?.needed ?? 0);
});
