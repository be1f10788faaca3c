import fc from 'fast-check';
import { expect, test } from 'vitest';
import { assess } from '../compliance/assess.ts';
import type { Frame } from '../images/frame.ts';
import { drawnBay, packFront, photographOf } from '../inference/tiers/heuristic/drawn-bay.testing.ts';
import { createHeuristicTier } from '../inference/tiers/heuristic/heuristic-tier.ts';
import type { Position } from '../planogram/model.ts';
import type { Realogram } from '../realogram.ts';
import { createLog } from '../telemetry/log.ts';
import { createCoverThread } from './cover-thread.ts';
import { findCover } from './find-cover.ts';

const bay = drawnBay();
const references = new Map([...bay.references].map(([id, frame]) => [id, [frame]]));
const tier = createHeuristicTier();
const signal = new AbortController().signal;

/** In shares of the photo. */
interface Thing {
  left: number;
  top: number;
  right: number;
  bottom: number;
  colourAt(x: number, y: number): readonly [number, number, number];
}

/** Paints a thing between the camera and the bay. */
function inFrontOf(photo: Frame, { left, top, right, bottom, colourAt }: Thing): Frame {
  const data = Uint8Array.from(photo.data);
  for (let y = Math.round(top * photo.height); y < Math.round(bottom * photo.height); y++)
    for (let x = Math.round(left * photo.width); x < Math.round(right * photo.width); x++)
      data.set(colourAt(x, y), (y * photo.width + x) * 3);
  return { ...photo, data };
}

const plain = (): readonly [number, number, number] => [52, 74, 120];
const checked = (x: number, y: number): readonly [number, number, number] =>
  (Math.floor(x / 17) + Math.floor(y / 17)) % 2 === 0 ? [190, 60, 60] : [240, 230, 210];
/** A trolley: packs at another scale, wire before them. */
const packs = [packFront(2, 60, 90), packFront(9, 60, 90)] as const;
function loaded(x: number, y: number): readonly [number, number, number] {
  if (x % 25 < 4) return [150, 150, 155];
  const pack = packs[(Math.floor(x / 60) + Math.floor(y / 90)) % 2 === 0 ? 0 : 1];
  const i = ((y % 90) * 60 + (x % 60)) * 3;
  return [pack.data[i] ?? 0, pack.data[i + 1] ?? 0, pack.data[i + 2] ?? 0];
}

async function judged(frame: Frame) {
  const { planogram } = bay;
  const realogram = await tier.detect({ frame, planogram, references }, signal);
  const covered = findCover({ frame, planogram, realogram });
  const { findings, coverage } = assess(planogram, { ...realogram, covered: covered ?? [] });
  const verdicts = new Map(findings.map(({ positionId, verdict }) => [positionId, verdict]));
  return { realogram, covered, coverage, of: (p: Position) => verdicts.get(p.id) };
}

const shareAcross = (p: Position, left: number, right: number): number => {
  const { widthMm } = bay.planogram;
  const from = Math.max(p.xMm, left * widthMm);
  const to = Math.min(p.xMm + p.widthMm, right * widthMm);
  return Math.max(0, to - from) / p.widthMm;
};

test.each([
  ['a plain shirt', plain],
  ['a checked shirt', checked],
  ['a trolley full of packs', loaded],
])('%s before the bay is no fault of the shelf', async (_, colourAt) => {
  const [left, right] = [0.36, 0.68];
  const photo = inFrontOf(photographOf(bay), { left, right, top: 0.05, bottom: 1, colourAt });
  const { of, coverage, covered } = await judged(photo);
  for (const p of bay.planogram.positions) {
    const share = shareAcross(p, left, right);
    if (share >= 0.3) expect([p.id, of(p)]).toEqual([p.id, 'NOT_ASSESSED']);
    if (share === 0) expect([p.id, of(p)]).toEqual([p.id, 'MATCH']);
  }
  expect(covered?.length).toBeGreaterThan(0);
  expect(coverage).toBeLessThan(0.85);
});

test('a half-closed blind hides the shelves behind it and no others', async () => {
  const photo = inFrontOf(photographOf(bay), { left: 0, right: 1, top: 0, bottom: 0.42, colourAt: plain });
  const { of } = await judged(photo);
  for (const p of bay.planogram.positions)
    expect([p.id, of(p)]).toEqual([p.id, p.shelfNumber === 3 ? 'NOT_ASSESSED' : 'MATCH']);
});

test('an empty place beside a shopper stays missing, and so does one in an uncovered bay', async () => {
  const gone = (p: Position) => (p.id === '2-0' ? null : (bay.references.get(p.productId) ?? null));
  const empty = photographOf(bay, gone);
  for (const photo of [
    empty,
    inFrontOf(empty, { left: 0.5, right: 0.85, top: 0.05, bottom: 1, colourAt: checked }),
  ]) {
    const { of } = await judged(photo);
    for (const p of bay.planogram.positions) if (p.id === '2-0') expect(of(p)).toBe('MISSING');
  }
});

test('a foreign pack keeps to its place between the rails: it stays a product of no catalogue', async () => {
  const foreign = packFront(23, 80, 120);
  const photo = photographOf(bay, (p) =>
    p.id === '2-2' ? foreign : (bay.references.get(p.productId) ?? null),
  );
  const { of, covered } = await judged(photo);
  expect(covered).toEqual([]);
  for (const p of bay.planogram.positions)
    expect([p.id, of(p)]).toEqual([p.id, p.id === '2-2' ? 'UNKNOWN_PRODUCT' : 'MATCH']);
});

test('cover is found beside the detections of a tier that knows no plan', async () => {
  const thing = { left: 0.36, right: 0.68, top: 0.05, bottom: 1, colourAt: checked };
  const clear = await judged(photographOf(bay));
  const { planogram } = bay;
  // A model reports the packs in view, and nothing about where the bay is.
  const inView = planogram.positions.filter((p) => shareAcross(p, thing.left, thing.right) < 0.3);
  const detections = clear.realogram.detections
    .filter(({ slot }) => inView.some(({ id }) => id === slot?.positionId))
    .map(({ sight: _, ...one }) => ({ ...one, slot: null }));
  const realogram: Realogram = { detections, planogramToPhoto: null, truncated: false };
  const frame = inFrontOf(photographOf(bay), thing);
  const covered = findCover({ frame, planogram, realogram }) ?? [];
  const verdicts = (one: Realogram) =>
    assess(planogram, one).findings.filter(({ verdict }) => verdict === 'MISSING').length;
  expect(verdicts(realogram)).toBeGreaterThan(3);
  expect(verdicts({ ...realogram, covered })).toBe(0);
});

test('a photo without a place on the planogram is not searched', () => {
  const realogram: Realogram = { detections: [], planogramToPhoto: null, truncated: false };
  expect(findCover({ frame: photographOf(bay), planogram: bay.planogram, realogram })).toBeNull();
});

test('any plan, registration and photo give outlines of numbers, or null', () => {
  const size = fc.constantFrom(0, 0.001, 1, 30, 570, 9_000, 90_000);
  const anyNumber = fc.double({ min: -1e4, max: 1e4, noNaN: true });
  fc.assert(
    fc.property(
      fc.record({ widthMm: size, heightMm: size }),
      fc.array(size, { minLength: 3, maxLength: 3 }),
      fc.array(anyNumber, { minLength: 9, maxLength: 9 }),
      fc.constantFrom(1, 2, 40),
      (bounds, heights, planogramToPhoto, side) => {
        const shelves = bay.planogram.shelves.map((shelf, i) => ({ ...shelf, heightMm: heights[i] ?? 0 }));
        const planogram = { ...bay.planogram, ...bounds, shelves };
        const frame = { width: side, height: side, data: new Uint8Array(side * side * 3).fill(77) };
        const covered = findCover({
          frame,
          planogram,
          realogram: { detections: [], planogramToPhoto, truncated: false },
        });
        for (const { outlines } of covered ?? []) expect(outlines.flat().every(Number.isFinite)).toBe(true);
      },
    ),
    { numRuns: 40, seed: 3 },
  );
});

test('the thread finds the same, and the caller keeps its frame', async () => {
  const frame = inFrontOf(photographOf(bay), {
    left: 0.4,
    right: 0.7,
    top: 0.05,
    bottom: 1,
    colourAt: plain,
  });
  const { planogram } = bay;
  const realogram = await tier.detect({ frame, planogram, references }, signal);
  const thread = createCoverThread(createLog({ name: 'test', level: 'silent' }));
  try {
    const input = { frame, planogram, realogram };
    expect(await thread.find(input, signal)).toEqual(findCover(input));
    expect(frame.data.length).toBe(frame.width * frame.height * 3);
    const stop = new AbortController();
    const stopped = thread.find(input, stop.signal);
    setTimeout(() => stop.abort(), 1);
    await expect(stopped).rejects.toMatchObject({ code: 'COVER_FAILED', retry: true });
    // The next search starts a new thread.
    expect(await thread.find(input, signal)).toEqual(findCover(input));
  } finally {
    await thread.stop();
  }
});

test('a coloured tag on a rail hides nothing: the gap over one stays missing, a foreign pack over one unknown', async () => {
  const foreign = packFront(23, 80, 120);
  const photo = photographOf(bay, (p) =>
    p.id === '3-1' ? null : p.id === '2-2' ? foreign : (bay.references.get(p.productId) ?? null),
  );
  const tag = (left: number, top: number): Thing => ({
    left: left / bay.planogram.widthMm,
    right: (left + 85) / bay.planogram.widthMm,
    top: (top + 3) / bay.planogram.heightMm,
    bottom: (top + 28) / bay.planogram.heightMm,
    colourAt: () => [240, 200, 20],
  });
  const { of } = await judged(inFrontOf(inFrontOf(photo, tag(108, 200)), tag(198, 400)));
  const expected: Record<string, string> = { '3-1': 'MISSING', '2-2': 'UNKNOWN_PRODUCT' };
  for (const p of bay.planogram.positions) expect([p.id, of(p)]).toEqual([p.id, expected[p.id] ?? 'MATCH']);
});

test('another product of the shelf that is plainly in view over a pallet stays a wrong product', async () => {
  const other = bay.planogram.positions.find(({ id }) => id === '2-3');
  const photo = photographOf(
    bay,
    (p) => bay.references.get((p.id === '2-1' ? other : p)?.productId ?? '') ?? null,
  );
  const top = 401 / bay.planogram.heightMm;
  const { of } = await judged(inFrontOf(photo, { left: 0, right: 0.6, top, bottom: 1, colourAt: checked }));
  expect(of({ ...(other as Position), id: '2-1' })).toBe('WRONG_PRODUCT');
  for (const p of bay.planogram.positions)
    if (p.shelfNumber === 1 && shareAcross(p, 0, 0.6) >= 0.3)
      expect([p.id, of(p)]).toEqual([p.id, 'NOT_ASSESSED']);
});
