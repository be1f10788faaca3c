import { expect, test } from 'vitest';
import { firmwareSentence, levelSentence } from './deviation-sentence.ts';

test('the fall of a bay names the bay, both levels, and says that nothing else changed', () => {
  const params = { scope: 'BAY', store: '0421', aisle: 'A12-B03', baseline: 0.914, level: 0.6, changed: [] };
  expect(levelSentence('score', params)).toBe(
    'The score of bay A12-B03 in store 0421 fell from 91 % to 60 %. Version, tier, model, settings, catalogue and firmware are as before.',
  );
});

test('the fall of a planogram counts its bays and names an import, a new catalogue and another tier', () => {
  const params = {
    scope: 'PLANOGRAM',
    planogram: 'coffee',
    baseline: 0.9,
    level: 0.02,
    bays: 12,
    fallenBays: 12,
    changed: ['CATALOGUE', 'TIER'],
    importedVersions: ['coffee-2026-48'],
    newCatalogs: ['default'],
    tierBefore: '1',
    tierNow: '3',
  };
  expect(levelSentence('score', params)).toBe(
    'The score of planogram coffee fell from 90 % to 2 %, in 12 of 12 bays. Since then: coffee-2026-48 imported, products of catalogue default added; Tier 3, heuristic (before: Tier 1, cloud).',
  );
});

test('a firmware is named with its model, the loss of sharpness and the photos compared', () => {
  const params = {
    model: 'ShelfCam 3',
    firmware: '2.4.1',
    before: ['2.3.9', '2.4.0'],
    less: 0.38,
    bays: 4,
    photosBefore: 112,
    photosNow: 52,
  };
  expect(firmwareSentence(params)).toBe(
    'Since firmware 2.4.1 photos of ShelfCam 3 are 38 % less sharp than with 2.3.9, 2.4.0: 52 photos compared with 112 photos of the same 4 bays.',
  );
});

test('a change of a kind that this release does not know is left out', () => {
  const params = {
    scope: 'STORE',
    store: '0421',
    baseline: 0.02,
    level: 0.4,
    bays: 5,
    fallenBays: 4,
    changed: ['MOON'],
  };
  expect(levelSentence('share of unknown products', params)).toContain(
    'rose from 2 % to 40 %, in 4 of 5 bays.',
  );
});
