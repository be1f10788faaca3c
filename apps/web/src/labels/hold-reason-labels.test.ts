import { expect, test } from 'vitest';
import { holdReasonLabels, holdReasons } from './hold-reason-labels.ts';

test('every reason why a photo stays has its own label', () => {
  const words = holdReasons.map((holding) => holdReasonLabels[holding].label);
  expect(new Set(words).size).toBe(8);
  for (const holding of holdReasons) expect(holdReasonLabels[holding].meaning).toMatch(/\.$/);
});
