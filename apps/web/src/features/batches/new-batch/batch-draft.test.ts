import { expect, test } from 'vitest';
import { missingIn, newDraft, toPreviewInput, toStartInput, withMode } from './batch-draft.ts';

const draft = { ...newDraft({ kind: 'FILTER', filter: { storeCode: '4102' } }), reason: ' new formula ' };

test('a new draft scores captures again against the version that each one has, and publishes after review', () => {
  expect(toStartInput(draft)).toEqual({
    scope: { filter: { storeCode: '4102' } },
    mode: 'RESCORE',
    versionChoice: 'PINNED',
    version: null,
    publishAtOnce: false,
    reason: 'new formula',
  });
});

test('chosen captures are sent by their ids', () => {
  expect(toPreviewInput(newDraft({ kind: 'CAPTURES', captureIds: ['a', 'b'] })).scope).toEqual({
    captureIds: ['a', 'b'],
  });
});

test('a release cannot keep versions that its captures do not have, and publishes at once', () => {
  const release = withMode(draft, 'RELEASE');
  expect(release.versionChoice).toBe('EFFECTIVE_AT_CAPTURE');
  expect(toStartInput(release).publishAtOnce).toBe(true);
  expect(withMode({ ...draft, versionChoice: 'ACTIVE' }, 'RELEASE').versionChoice).toBe('ACTIVE');
});

test('only the choice GIVEN needs and sends a version', () => {
  expect(missingIn({ ...draft, versionChoice: 'GIVEN' })).toBe('Choose the planogram version.');
  expect(toPreviewInput({ ...draft, versionChoice: 'GIVEN', version: 'a-2' }).version).toBe('a-2');
  expect(toPreviewInput({ ...draft, version: 'a-2' }).version).toBeNull();
});

test('a blank reason counts as missing', () => {
  expect(missingIn({ ...draft, reason: '  ' })).toBe('Give a reason.');
  expect(missingIn(draft)).toBeNull();
});
