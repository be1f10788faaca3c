import sharp from 'sharp';
import { expect, test } from 'vitest';
import { renderCapture } from '../photo/render-capture.ts';
import { demoWorld } from '../world/demo-world.ts';
import { type Fingerprint, fingerprintDistance, fingerprintOf, maxSamePhotoDistance } from './fingerprint.ts';

/** Two of each bay: drawing more takes minutes on a loaded machine. A hundred were tried by hand (`maxSamePhotoDistance`). */
const photos = 14;

async function print(jpeg: Uint8Array): Promise<Fingerprint> {
  const fingerprint = await fingerprintOf(jpeg);
  if (fingerprint === null) throw new Error('no fingerprint');
  return fingerprint;
}

test('a photo is near its other encodings, and far from every other photo of the same bays', async () => {
  const bays = [...demoWorld().versions.values()];
  const prints: Fingerprint[] = [];
  for (let i = 0; i < photos; i++) {
    const bay = bays[i % bays.length];
    if (!bay) throw new Error('no bay');
    const { jpeg } = await renderCapture(bay, `print-${i}`, { size: { width: 240, height: 300 } });
    const own = await print(jpeg);
    prints.push(own);
    if (i >= 5) continue;
    const upright = await sharp(jpeg).rotate().toBuffer();
    for (const [width, quality] of [
      [240, 92],
      [132, 78],
      [80, 60],
    ] as const) {
      const again = await sharp(upright).resize({ width }).jpeg({ quality }).toBuffer();
      expect(fingerprintDistance(own, await print(again))).toBeLessThan(maxSamePhotoDistance * 0.8);
    }
  }
  const nearest = Math.min(
    ...prints.flatMap((one, i) => prints.slice(i + 1).map((other) => fingerprintDistance(one, other))),
  );
  expect(nearest).toBeGreaterThan(maxSamePhotoDistance * 1.2);
}, 120_000);

test('bytes that are no picture have no fingerprint', async () => {
  expect(await fingerprintOf(new Uint8Array(0))).toBeNull();
  expect(await fingerprintOf(Buffer.from('text'))).toBeNull();
});
