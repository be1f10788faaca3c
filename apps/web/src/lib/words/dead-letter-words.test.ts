import { expect, test } from 'vitest';
import { reasonWords } from './dead-letter-words.ts';
import { photoReasons } from './photo-reason-words.ts';
import { recaptureWords } from './quality-words.ts';

test('each reason for which a photo is refused speaks to the store and to the operator', () => {
  for (const reason of Object.keys(photoReasons)) {
    const { advice, operator } = reasonWords(reason);
    expect(advice).toMatch(/\.$/);
    expect(operator).toMatch(/\.$/);
    expect(operator).not.toBe(advice);
  }
});

test('whatever a new photo can mend has words as a dead letter too', () => {
  const ofFiles = Object.keys(recaptureWords).filter((reason) => /^(PHOTO|UPLOAD)_|_MISMATCH$/.test(reason));
  expect(ofFiles.length).toBe(9);
  for (const reason of ofFiles) expect(photoReasons).toHaveProperty(reason);
});

test('a reason that this app does not know is shown as it is', () => {
  expect(reasonWords('SOMETHING_NEW').word).toBe('something new');
});
