import { expect, test } from 'vitest';
import { marginLabel } from './margin-label.ts';

test('the margin of silent drift is in points', () => {
  expect(marginLabel(0.25, 0.77)).toBe('52 points better');
  expect(marginLabel(0.5, 0.51)).toBe('1 point better');
});
