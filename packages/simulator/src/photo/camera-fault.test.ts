import sharp from 'sharp';
import { expect, test } from 'vitest';
import { demoWorld } from '../world/demo-world.ts';
import { renderFaultyCapture } from './camera-fault.ts';
import { laplacianVariance } from './laplacian-variance.testing.ts';

const bay = demoWorld().versions.get('coffee-2026-47');
if (!bay) throw new Error('the demo world has no coffee');

test('a blurred photo is large enough and fails the sharpness gate', { timeout: 60_000 }, async () => {
  const { jpeg, widthPx, heightPx } = await renderFaultyCapture(bay, 1, 'blur');
  expect(Math.min(widthPx, heightPx)).toBeGreaterThanOrEqual(1080);
  expect(await laplacianVariance(jpeg)).toBeLessThan(50);
});

test('a photo of low resolution decodes, is below the minimum size, and retains its EXIF orientation', {
  timeout: 60_000,
}, async () => {
  const { jpeg, widthPx, heightPx, orientation } = await renderFaultyCapture(bay, 1, 'lowResolution');
  const metadata = await sharp(jpeg).metadata();
  expect([metadata.width, metadata.height]).toEqual([widthPx, heightPx]);
  expect(Math.min(widthPx, heightPx)).toBeLessThan(1080);
  expect(metadata.orientation ?? 1).toBe(orientation);
  expect(await laplacianVariance(jpeg)).toBeGreaterThan(100);
});

test('a truncated photo starts as a JPEG and does not decode completely', { timeout: 60_000 }, async () => {
  const { jpeg } = await renderFaultyCapture(bay, 1, 'truncated', { size: { width: 400, height: 500 } });
  expect([...jpeg.slice(0, 3)]).toEqual([0xff, 0xd8, 0xff]);
  await expect(sharp(jpeg, { failOn: 'truncated' }).raw().toBuffer()).rejects.toThrow();
});

test('a photo of wrong orientation has the upright tag and rotated pixels', async () => {
  const { jpeg, orientation } = await renderFaultyCapture(bay, 1, 'wrongOrientation', {
    size: { width: 400, height: 500 },
  });
  const metadata = await sharp(jpeg).metadata();
  expect(metadata.orientation ?? 1).toBe(1);
  expect(orientation).not.toBe(1);
  const turned = orientation === 6 || orientation === 8;
  expect((metadata.width ?? 0) > (metadata.height ?? 0)).toBe(turned);
});

test('an empty file has no bytes', async () => {
  const { jpeg } = await renderFaultyCapture(bay, 1, 'zeroBytes', { size: { width: 400, height: 500 } });
  expect(jpeg.length).toBe(0);
});

test('the same seed gives the same fault', async () => {
  const options = { size: { width: 400, height: 500 } };
  const [a, b] = [
    await renderFaultyCapture(bay, 4, 'truncated', options),
    await renderFaultyCapture(bay, 4, 'truncated', options),
  ];
  expect(Buffer.from(a.jpeg).equals(Buffer.from(b.jpeg))).toBe(true);
});
