import { expect, test } from 'vitest';
import { compose, invert } from '../../math/homography.ts';
import { fitRegistration } from './fit-registration.ts';
import { applyRegistration, scaleAndShift } from './registration.ts';

const bay = { widthMm: 1200, heightMm: 1800 };
const camera = compose(
  [0.8, -0.03, 0.5, 0.04, 0.8, 0.5, 0.15, -0.1, 1],
  scaleAndShift(1 / 1200, 1 / 1800, -0.5, -0.5),
);
const grid = [0, 300, 600, 900, 1200].flatMap((x) => [0, 600, 1200, 1800].map((y) => ({ x, y })));

const seenBy = (registration: number[], points: { x: number; y: number }[]) =>
  points.map((planogram) => ({
    planogram,
    levelMm: planogram.y,
    photo: applyRegistration(registration, planogram.x, planogram.y),
    weight: 1,
  }));

test('a camera is recovered from its correspondences, step by step', () => {
  let fitted = scaleAndShift(0.8 / 1200, 0.8 / 1800, 0.1, 0.1);
  for (let i = 0; i < 30; i++) fitted = fitRegistration(seenBy(camera, grid), fitted, bay);
  // A tenth of a facing: the prior against perspective takes a little of the tilt.
  for (const { x, y } of grid) {
    const [found, shown] = [applyRegistration(fitted, x, y), applyRegistration(camera, x, y)];
    expect(Math.hypot(found.x - shown.x, found.y - shown.y)).toBeLessThan(0.01);
  }
});

test('one shelf alone does not change the height of the bay', () => {
  const prior = scaleAndShift(0.8 / 1200, 0.8 / 1800, 0.1, 0.1);
  const shelf = grid.filter(({ y }) => y === 600);
  const fitted = fitRegistration(seenBy(prior, shelf), prior, bay);
  expect(applyRegistration(fitted, 600, 1800).y).toBeCloseTo(0.9, 6);
});

test('without correspondences the registration stays unchanged', () => {
  const prior = scaleAndShift(0.8 / 1200, 0.8 / 1800, 0.1, 0.1);
  fitRegistration([], prior, bay).forEach((value, i) => {
    expect(value).toBeCloseTo(prior[i] ?? 0, 12);
  });
});

test('a registration and its inverse cancel out, and a degenerate one has no inverse', () => {
  const inverse = invert(camera) ?? [];
  const there = applyRegistration(camera, 250, 1300);
  const again = applyRegistration(inverse, there.x, there.y);
  expect(again.x).toBeCloseTo(250, 6);
  expect(again.y).toBeCloseTo(1300, 6);
  expect(invert([1, 2, 0, 2, 4, 0, 0, 0, 1])).toBeNull();
});
