import { expect, test } from 'vitest';
import { softFrame } from '../drawn-frames.ts';
import { keepFrames } from './kept-frames.ts';

test('a kept frame is found by its photo and its size alone', () => {
  const kept = keepFrames(2);
  const frame = softFrame(4, 3);
  kept.keep('a', 1600, frame);
  expect(kept.get('a', 1600)).toBe(frame);
  expect(kept.get('a', 800)).toBeNull();
  expect(kept.get('b', 1600)).toBeNull();
});

test('the frame that nobody asked for the longest makes room', () => {
  const kept = keepFrames(2);
  for (const name of ['a', 'b']) kept.keep(name, 1600, softFrame(4, 3));
  kept.get('a', 1600);
  kept.keep('c', 1600, softFrame(4, 3));
  expect(kept.get('b', 1600)).toBeNull();
  expect(kept.get('a', 1600)).not.toBeNull();
  expect(kept.get('c', 1600)).not.toBeNull();
});
