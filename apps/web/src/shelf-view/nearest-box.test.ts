import { expect, test } from 'vitest';
import { nearestBox } from './nearest-box.ts';

const box = (key: string, x: number, y: number) => ({ key, x, y, width: 10, height: 10 });
const here = box('here', 50, 50);

test('an arrow leads to the nearest box in its direction', () => {
  const boxes = [here, box('near', 70, 52), box('far', 90, 50), box('left', 30, 50)];
  expect(nearestBox(boxes, here, 'ArrowRight')?.key).toBe('near');
  expect(nearestBox(boxes, here, 'ArrowLeft')?.key).toBe('left');
});

test('a box on the shelf above is not to the right', () => {
  expect(nearestBox([here, box('above', 55, 10)], here, 'ArrowRight')).toBeNull();
  expect(nearestBox([here, box('above', 55, 10)], here, 'ArrowUp')?.key).toBe('above');
});

test('other keys have no target', () => {
  expect(nearestBox([here, box('near', 70, 50)], here, 'a')).toBeNull();
});
