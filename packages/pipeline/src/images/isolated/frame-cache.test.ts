import { expect, test } from 'vitest';
import { softFrame } from '../drawn-frames.testing.ts';
import { createFrameCache } from './frame-cache.ts';

test('a cached frame is found by its photo and its size', () => {
  const cache = createFrameCache(2);
  const frame = softFrame(4, 3);
  cache.put('a', 1600, frame);
  expect(cache.get('a', 1600)).toBe(frame);
  expect(cache.get('a', 800)).toBeNull();
  expect(cache.get('b', 1600)).toBeNull();
});

test('the least recently used frame is evicted', () => {
  const cache = createFrameCache(2);
  for (const name of ['a', 'b']) cache.put(name, 1600, softFrame(4, 3));
  cache.get('a', 1600);
  cache.put('c', 1600, softFrame(4, 3));
  expect(cache.get('b', 1600)).toBeNull();
  expect(cache.get('a', 1600)).not.toBeNull();
  expect(cache.get('c', 1600)).not.toBeNull();
});
