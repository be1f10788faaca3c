import { expect, test } from 'vitest';
import { reasonLabel } from './dead-letter-labels.ts';
import { photoReasons } from './photo-reason-labels.ts';
import { recaptureReasonLabels } from './quality-labels.ts';

test('each reason for rejecting a photo has a sentence for the store and one for the operator', () => {
  for (const reason of Object.keys(photoReasons) as (keyof typeof photoReasons)[]) {
    const { advice, operator } = reasonLabel(reason);
    expect(advice).toMatch(/\.$/);
    expect(operator).toMatch(/\.$/);
    expect(operator).not.toBe(advice);
  }
});

test('every reason that a new photo can fix has a label as a dead letter too', () => {
  const ofFiles = Object.keys(recaptureReasonLabels).filter((reason) =>
    /^(PHOTO|UPLOAD)_|_MISMATCH$/.test(reason),
  );
  expect(ofFiles.length).toBe(10);
  for (const reason of ofFiles) expect(photoReasons).toHaveProperty(reason);
});
