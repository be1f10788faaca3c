import { expect, test } from 'vitest';
import { compose, invert } from '../../geometry/homography.ts';
import { fitMapping } from './fit-mapping.ts';
import { apply, stretch } from './mapping.ts';

const bay = { widthMm: 1200, heightMm: 1800 };
const camera = compose(
  [0.8, -0.03, 0.5, 0.04, 0.8, 0.5, 0.15, -0.1, 1],
  stretch(1 / 1200, 1 / 1800, -0.5, -0.5),
);
const grid = [0, 300, 600, 900, 1200].flatMap((x) => [0, 600, 1200, 1800].map((y) => ({ x, y })));

const seenBy = (mapping: number[], points: { x: number; y: number }[]) =>
  points.map((planogram) => ({
    planogram,
    levelMm: planogram.y,
    photo: apply(mapping, planogram.x, planogram.y),
    weight: 1,
  }));

test('a camera is found again from what it shows, step by step', () => {
  let fitted = stretch(0.8 / 1200, 0.8 / 1800, 0.1, 0.1);
  for (let i = 0; i < 30; i++) fitted = fitMapping(seenBy(camera, grid), fitted, bay);
  // A tenth of a facing: the fit holds on to straightness, and gives a little of the tilt away for it.
  for (const { x, y } of grid) {
    const [found, shown] = [apply(fitted, x, y), apply(camera, x, y)];
    expect(Math.hypot(found.x - shown.x, found.y - shown.y)).toBeLessThan(0.01);
  }
});

test('one shelf alone does not change the height of the bay', () => {
  const prior = stretch(0.8 / 1200, 0.8 / 1800, 0.1, 0.1);
  const shelf = grid.filter(({ y }) => y === 600);
  const fitted = fitMapping(seenBy(prior, shelf), prior, bay);
  expect(apply(fitted, 600, 1800).y).toBeCloseTo(0.9, 6);
});

test('no correspondences leave the mapping as it was', () => {
  const prior = stretch(0.8 / 1200, 0.8 / 1800, 0.1, 0.1);
  fitMapping([], prior, bay).forEach((value, i) => {
    expect(value).toBeCloseTo(prior[i] ?? 0, 12);
  });
});

test('a mapping and its inverse undo each other, and a flat one has none', () => {
  const back = invert(camera) ?? [];
  const there = apply(camera, 250, 1300);
  const again = apply(back, there.x, there.y);
  expect(again.x).toBeCloseTo(250, 6);
  expect(again.y).toBeCloseTo(1300, 6);
  expect(invert([1, 2, 0, 2, 4, 0, 0, 0, 1])).toBeNull();
});
