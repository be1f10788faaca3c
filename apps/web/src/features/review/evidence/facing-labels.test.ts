import { expect, test } from 'vitest';
import { facingSlotLabel, foundLabel, judgedLabel, observationSentences } from './facing-labels.ts';

const sight = {
  compared: 12,
  likeness: 0.823,
  needed: 0.45,
  lead: 0.3,
  contrast: 0.91,
  brightness: 1.1,
  colour: 20,
  colourVariation: 8,
  occupancy: 0.97,
  foundBy: 'place' as const,
};

test('an observation states the similarity needed and the lead over the next product', () => {
  expect(observationSentences({ sight, found: 'PLANNED_PRODUCT' })).toEqual([
    'Similarity 0.82, 0.45 needed, 0.30 ahead of the next of 12 compared.',
  ]);
  expect(
    observationSentences({ sight: { ...sight, lead: null, compared: 1 }, found: 'PLANNED_PRODUCT' }),
  ).toEqual(['Similarity 0.82, 0.45 needed, the only one compared.']);
});

test('an empty slot is described by how little of a pack is visible', () => {
  const sentences = observationSentences({
    sight: { ...sight, likeness: null, occupancy: 0.04, contrast: 0.1 },
    found: 'EMPTY',
  });
  expect(sentences).toEqual([
    'A pack shows with 4 % certainty: 10 % of the contrast and 110 % of the brightness of the packs that were recognised.',
    'There was no reference image to compare with.',
  ]);
});

test('a best candidate below the threshold has no lead', () => {
  expect(observationSentences({ sight: { ...sight, likeness: -0.11 }, found: 'UNKNOWN_PRODUCT' })).toEqual([
    'None of 12 products compared is similar enough: the best has similarity −0.11, 0.45 needed.',
  ]);
});

test('a facing of a tier that detects on the whole photo has no observation', () => {
  expect(observationSentences({ sight: null, found: 'EMPTY' })).toEqual([]);
});

test('another product is shown by its name, and facings are counted from 1', () => {
  expect(foundLabel({ found: 'OTHER_PRODUCT', seen: { id: 'a', name: 'Blue soap' } })).toBe('Blue soap');
  expect(foundLabel({ found: 'OTHER_PRODUCT', seen: null })).toBe('Another product');
  expect(facingSlotLabel({ column: 0, row: 1 }, true)).toBe('No. 1, row 2');
  expect(facingSlotLabel({ column: 2, row: 0 }, false)).toBe('No. 3');
});

test('the number of judged facings is left out where it was not recorded', () => {
  expect(judgedLabel({ facingsJudged: null }, 4)).toBeNull();
  expect(judgedLabel({ facingsJudged: 4 }, 4)).toBe('all 4 judged');
  expect(judgedLabel({ facingsJudged: 1 }, 4)).toBe('1 of 4 judged');
});
