import { expect, test } from 'vitest';
import { coveredPath } from './covered-path.ts';

test('outlines become closed paths in pixels, holes included, and end at the edge of the photo', () => {
  const outer = [-0.2, 0, 0.5, 0, 0.5, 1.4, -0.2, 1.4];
  const hole = [0.1, 0.25, 0.2, 0.25, 0.2, 0.5];
  expect(coveredPath([outer, hole], 200, 100)).toBe('M0 0 L100 0 L100 100 L0 100 Z M20 25 L40 25 L40 50 Z');
  expect(coveredPath([], 200, 100)).toBe('');
});
