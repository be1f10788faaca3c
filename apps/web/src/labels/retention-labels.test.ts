import { expect, test } from 'vitest';
import { holdReasonPhrase, runAuthor } from './retention-labels.ts';

test('the reason why a photo stayed has a phrase, and an unknown reason is shown as it is', () => {
  expect(holdReasonPhrase('KEPT')).toBe('on hold by a person');
  expect(holdReasonPhrase('LEGAL_HOLD')).toBe('legal hold');
  expect(runAuthor('schedule')).toBe('Weekly schedule');
  expect(runAuthor('ann@example.com')).toBe('ann@example.com');
});
