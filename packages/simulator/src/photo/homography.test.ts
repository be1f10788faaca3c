import { expect, test } from 'vitest';
import { apply, compose, type Homography, invert, unitSquareTo } from './homography.ts';

const corners = [
  [10, 20],
  [210, 5],
  [190, 160],
  [30, 140],
] as const;

test('a homography through four corners maps the unit square to them', () => {
  const h = unitSquareTo(corners);
  const square = [
    [0, 0],
    [1, 0],
    [1, 1],
    [0, 1],
  ] as const;
  square.forEach((corner, i) => {
    const [x, y] = apply(h, corner);
    expect(x).toBeCloseTo(corners[i]?.[0] ?? Number.NaN, 8);
    expect(y).toBeCloseTo(corners[i]?.[1] ?? Number.NaN, 8);
  });
});

test('an inverse maps every point back', () => {
  const h = unitSquareTo(corners);
  const back = invert(h);
  for (const point of [
    [0.2, 0.9],
    [0.5, 0.5],
    [0.99, 0.01],
  ] as const) {
    const [x, y] = apply(back, apply(h, point));
    expect(x).toBeCloseTo(point[0], 10);
    expect(y).toBeCloseTo(point[1], 10);
  }
});

test('composing applies the right one first', () => {
  const move: Homography = [1, 0, 5, 0, 1, -3, 0, 0, 1];
  const scale: Homography = [2, 0, 0, 0, 2, 0, 0, 0, 1];
  expect(apply(compose(scale, move), [1, 1])).toEqual([12, -4]);
  expect(apply(compose(move, scale), [1, 1])).toEqual([7, -1]);
});

test('a matrix without an inverse is refused', () => {
  expect(() => invert([1, 2, 0, 2, 4, 0, 0, 0, 1])).toThrow(RangeError);
});
