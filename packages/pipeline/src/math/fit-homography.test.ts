import fc from 'fast-check';
import { expect, test } from 'vitest';
import { fitHomography, type Point, squareToQuad } from './fit-homography.ts';
import { compose, invert, project } from './homography.ts';

const coordinate = fc.double({ min: -0.12, max: 0.12, noNaN: true });
const quad = fc
  .tuple(coordinate, coordinate, coordinate, coordinate, coordinate, coordinate, coordinate, coordinate)
  .map(([a, b, c, d, e, f, g, h]): [Point, Point, Point, Point] => [
    [a, b],
    [1 + c, d],
    [1 + e, 1 + f],
    [g, 1 + h],
  ]);

test('the unit square is mapped onto the four corners', () => {
  fc.assert(
    fc.property(quad, (corners) => {
      const h = squareToQuad(corners);
      const images = [project(h, 0, 0), project(h, 1, 0), project(h, 1, 1), project(h, 0, 1)];
      images.forEach(([x, y], i) => {
        expect(x).toBeCloseTo(corners[i]?.[0] ?? Number.NaN, 9);
        expect(y).toBeCloseTo(corners[i]?.[1] ?? Number.NaN, 9);
      });
    }),
  );
});

test('points that a homography made are fitted by it', () => {
  fc.assert(
    fc.property(quad, (corners) => {
      const truth = squareToQuad(corners);
      const grid = [0, 0.3, 0.6, 1].flatMap((x) => [0, 0.5, 1].map((y): Point => [x, y]));
      const pairs = grid.map((from) => ({ from, to: project(truth, ...from), weight: 1 }));
      const fitted = fitHomography(pairs);
      const [x, y] = project(fitted ?? [], 0.42, 0.77);
      const [u, v] = project(truth, 0.42, 0.77);
      expect(Math.hypot(x - u, y - v)).toBeLessThan(1e-6);
    }),
  );
});

test('an inverse maps points back', () => {
  fc.assert(
    fc.property(quad, (corners) => {
      const h = squareToQuad(corners);
      const back = invert(h);
      if (back === null) throw new Error('a proper quadrangle has no inverse');
      const [x, y] = project(compose(back, h), 0.3, 0.8);
      expect(x).toBeCloseTo(0.3, 8);
      expect(y).toBeCloseTo(0.8, 8);
    }),
  );
});

test('points on one line do not determine a homography', () => {
  const pairs = [0, 0.2, 0.5, 0.9, 1].map((t) => ({ from: [t, t] as Point, to: [t, t] as Point, weight: 1 }));
  expect(fitHomography(pairs)).toBeNull();
});
