import sharp from 'sharp';
import { expect, test } from 'vitest';
import { demoWorld } from '../world/demo-world.ts';
import { packSvg } from './pack-svg.ts';
import { renderPackshot } from './packshot.ts';

const world = demoWorld();
const products = world.versions.get('cleaning-2026-47')?.products ?? [];

/** Returns a small version that shows layout and colour only. */
const thumbnail = async (png: Uint8Array) =>
  sharp(png).resize({ width: 24, height: 48, fit: 'fill' }).raw().toBuffer();

function meanDistance(a: Uint8Array, b: Uint8Array): number {
  let total = 0;
  for (let i = 0; i < a.length; i++) total += Math.abs((a[i] ?? 0) - (b[i] ?? 0));
  return total / a.length;
}

test('a packshot has the proportions of its product, and frame and PNG show the same', async () => {
  for (const product of products.slice(0, 4)) {
    const { frame, png } = await renderPackshot(product);
    expect(frame.data).toHaveLength(frame.width * frame.height * 3);
    expect(frame.width / frame.height).toBeCloseTo(product.widthMm / product.heightMm, 1);
    const decoded = await sharp(png).removeAlpha().raw().toBuffer({ resolveWithObject: true });
    expect(decoded.info).toMatchObject({ width: frame.width, height: frame.height });
    expect(Buffer.from(frame.data).equals(decoded.data)).toBe(true);
  }
});

test('a product is drawn alike every time, without any font', async () => {
  const [product] = products;
  if (!product) throw new Error('no product');
  const [a, b] = [await renderPackshot(product), await renderPackshot(product)];
  expect(Buffer.from(a.png).equals(Buffer.from(b.png))).toBe(true);
  expect(packSvg(product.design, 100, 200)).not.toMatch(/<text|font/);
});

test('variants of a family resemble each other more than another brand does, and still differ', async () => {
  const family = products.filter((p) => p.brand === 'Klarix');
  const [first, second] = family;
  const stranger = products.find((p) => p.brand === 'Puravel');
  if (!first || !second || !stranger) throw new Error('the assortment changed');
  const [a, b, c] = await Promise.all(
    [first, second, stranger].map(async (p) => thumbnail((await renderPackshot(p)).png)),
  );
  if (!a || !b || !c) throw new Error('not drawn');
  expect(meanDistance(a, b)).toBeGreaterThan(2);
  expect(meanDistance(a, b)).toBeLessThan(meanDistance(a, c) * 0.6);
});
