import { expect, test } from 'vitest';
import { compose, scaleAt, scaling } from './homography.ts';

const turned = (degrees: number) => {
  const [cos, sin] = [Math.cos((degrees * Math.PI) / 180), Math.sin((degrees * Math.PI) / 180)];
  return [cos, -sin, 0, sin, cos, 0, 0, 0, 1];
};

test.each([0, 45, 90, 170])('a scale is the same in an image turned by %d degrees', (degrees) => {
  expect(scaleAt(compose(turned(degrees), scaling(3, 3)), 20, 70)).toBeCloseTo(3, 9);
});

test('the scale of a stretched image is the geometric mean of both sides', () => {
  expect(scaleAt(scaling(2, 8), 5, 5)).toBeCloseTo(4, 9);
});
