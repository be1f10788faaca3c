import sharp from 'sharp';
import { expect, test } from 'vitest';
import { tidyRates } from '../shelf/deviation.ts';
import { demoWorld } from '../world/demo-world.ts';
import { apply, type Homography } from './homography.ts';
import { laplacianVariance } from './laplacian-variance.testing.ts';
import { renderCapture } from './render-capture.ts';

const world = demoWorld();
const bayOf = (label: string) => {
  const bay = world.versions.get(label);
  if (!bay) throw new Error(`no ${label}`);
  return bay;
};
const snacks = bayOf('snacks-2026-47');
const small = { width: 400, height: 500 };

const pixelsOf = (jpeg: Uint8Array, width: number) =>
  sharp(jpeg).autoOrient().resize({ width }).raw().toBuffer({ resolveWithObject: true });

function meanDistance(a: Uint8Array, b: Uint8Array): number {
  let total = 0;
  for (let i = 0; i < a.length; i++) total += Math.abs((a[i] ?? 0) - (b[i] ?? 0));
  return total / a.length;
}

test('the same bay, seed and options give the same bytes; another seed gives others', async () => {
  const options = { size: small };
  const first = await renderCapture(snacks, 5, options);
  const again = await renderCapture(snacks, 5, options);
  expect(Buffer.from(again.jpeg).equals(Buffer.from(first.jpeg))).toBe(true);
  expect(again.truth).toEqual(first.truth);
  const other = await renderCapture(snacks, 6, options);
  expect(Buffer.from(other.jpeg).equals(Buffer.from(first.jpeg))).toBe(false);
});

test('a photo that is stored rotated is upright after its EXIF orientation is applied', async () => {
  const upright = await renderCapture(snacks, 7, { size: small, orientation: 1 });
  const reference = await pixelsOf(upright.jpeg, 200);
  for (const orientation of [3, 6, 8] as const) {
    const turned = await renderCapture(snacks, 7, { size: small, orientation });
    const metadata = await sharp(turned.jpeg).metadata();
    expect(metadata.orientation).toBe(orientation);
    expect([metadata.width, metadata.height]).toEqual([turned.widthPx, turned.heightPx]);
    expect(turned.widthPx).toBe(orientation === 3 ? small.width : small.height);
    const back = await pixelsOf(turned.jpeg, 200);
    expect([back.info.width, back.info.height]).toEqual([reference.info.width, reference.info.height]);
    expect(meanDistance(back.data, reference.data)).toBeLessThan(4);
  }
});

test('EXIF contains the time of the photo', async () => {
  const takenAt = new Date('2026-11-23T08:15:02Z');
  const { jpeg } = await renderCapture(snacks, 8, { size: small, takenAt, orientation: 6 });
  const { exif } = await sharp(jpeg).metadata();
  expect(exif?.toString('latin1')).toContain('2026:11:23 08:15:02\0');
});

test('ordinary photos are large and sharp enough for the quality gate', { timeout: 120_000 }, async () => {
  for (const label of ['snacks-2026-47', 'drinks-2026-47']) {
    const { jpeg, widthPx, heightPx } = await renderCapture(bayOf(label), 2);
    expect(Math.min(widthPx, heightPx)).toBeGreaterThanOrEqual(1080);
    expect(await laplacianVariance(jpeg)).toBeGreaterThan(100);
  }
});

test('the truth locates positions: emptying a position changes the pixels of its own box and few others', async () => {
  const position = snacks.planogram.positions.find((p) => p.shelfNumber === 3);
  if (!position) throw new Error('no position');
  const without = {
    ...snacks,
    planogram: { ...snacks.planogram, positions: snacks.planogram.positions.filter((p) => p !== position) },
  };
  const options = {
    size: { width: 800, height: 1000 },
    orientation: 1 as const,
    exposure: { noise: 0 },
    rates: tidyRates,
  };
  const full = await renderCapture(snacks, 9, options);
  const emptied = await renderCapture(without, 9, options);
  const [a, b] = await Promise.all([pixelsOf(full.jpeg, 800), pixelsOf(emptied.jpeg, 800)]);
  const box = full.truth.positions.find((p) => p.positionId === position.id)?.box;
  if (!box) throw new Error('no box');
  const inBox = meanInBox(a.data, b.data, a.info.width, a.info.height, box);
  const [x, y, w, h] = full.truth.positions.find((p) => p.positionId === '5-01')?.box ?? [0, 0, 1, 1];
  expect(inBox).toBeGreaterThan(25);
  expect(meanInBox(a.data, b.data, a.info.width, a.info.height, [x, y, w, h])).toBeLessThan(inBox / 4);
});

test('the homography maps a planned position to its box', async () => {
  const { truth } = await renderCapture(snacks, 10, { size: small });
  const h = truth.planogramToPhoto as unknown as Homography;
  for (const position of snacks.planogram.positions) {
    const box = truth.positions.find((p) => p.positionId === position.id)?.box;
    if (!box) throw new Error('no box');
    const [x, y] = apply(h, [position.xMm + position.widthMm / 2, position.yMm + position.heightMm / 2]);
    expect(x).toBeGreaterThan(box[0]);
    expect(x).toBeLessThan(box[0] + box[2]);
    expect(y).toBeGreaterThan(box[1]);
    expect(y).toBeLessThan(box[1] + box[3]);
  }
});

test('a position that the picture cuts off is not visible and lowers the coverage, not the score', async () => {
  const { truth } = await renderCapture(snacks, 11, {
    size: small,
    rates: tidyRates,
    framing: { marginLeft: -0.25, marginRight: 0.02 },
  });
  const hidden = truth.positions.filter((p) => p.verdict === 'NOT_VISIBLE');
  expect(hidden.length).toBeGreaterThan(3);
  expect(hidden.every((p) => p.cut)).toBe(true);
  expect(truth.coverage).toBeLessThan(0.95);
  expect(truth.score).toBeCloseTo(1, 12);
});

function meanInBox(
  a: Uint8Array,
  b: Uint8Array,
  width: number,
  height: number,
  [x, y, w, h]: readonly [number, number, number, number],
): number {
  let total = 0;
  let count = 0;
  for (let row = Math.ceil(y * height); row < (y + h) * height; row++)
    for (let column = Math.ceil(x * width); column < (x + w) * width; column++)
      for (let c = 0; c < 3; c++, count++) {
        const i = (row * width + column) * 3 + c;
        total += Math.abs((a[i] ?? 0) - (b[i] ?? 0));
      }
  return total / count;
}
