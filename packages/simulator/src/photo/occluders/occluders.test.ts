import { expect, test } from 'vitest';
import { demoWorld } from '../../world/demo-world.ts';
import { renderCapture } from '../render-capture.ts';
import { occluderKinds } from './occluder.ts';

const bay = demoWorld().versions.get('snacks-2026-47');
if (!bay) throw new Error('no snacks');
const size = { width: 400, height: 500 };
const still = { size, orientation: 1 as const, exposure: { noise: 0 } };

test.each(occluderKinds)('a %s hides places, and the truth of the shelf stays as it is', async (occluder) => {
  const clear = await renderCapture(bay, 31, still);
  let most = 0;
  for (const seed of [31, 32, 33]) {
    const { truth } = await renderCapture(bay, seed, { ...still, occluder });
    for (const { covered } of truth.positions) {
      expect(covered).toBeGreaterThanOrEqual(0);
      expect(covered).toBeLessThanOrEqual(1);
      most = Math.max(most, covered);
    }
    if (seed === 31)
      expect(truth.positions.map(({ verdict }) => verdict)).toEqual(
        clear.truth.positions.map(({ verdict }) => verdict),
      );
  }
  expect(most).toBeGreaterThan(0.3);
  expect(clear.truth.positions.every(({ covered }) => covered === 0)).toBe(true);
});

test('the same seed hides the same', async () => {
  const options = { ...still, occluder: 'person' as const };
  const [first, again] = [await renderCapture(bay, 34, options), await renderCapture(bay, 34, options)];
  expect(Buffer.from(again.jpeg).equals(Buffer.from(first.jpeg))).toBe(true);
});
