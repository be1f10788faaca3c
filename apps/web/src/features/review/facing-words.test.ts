import { expect, test } from 'vitest';
import { foundWord, judgedWord, placeWord, sightSentences } from './facing-words.ts';

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

test('a sight is told with what was needed and how far the next one was', () => {
  expect(sightSentences({ sight, found: 'PLANNED_PRODUCT' })).toEqual([
    'Likeness 0.82, 0.45 needed, 0.30 ahead of the next of 12 compared.',
  ]);
  expect(sightSentences({ sight: { ...sight, lead: null, compared: 1 }, found: 'PLANNED_PRODUCT' })).toEqual([
    'Likeness 0.82, 0.45 needed, the only one compared.',
  ]);
});

test('an empty place is told by how little of a pack shows', () => {
  const told = sightSentences({
    sight: { ...sight, likeness: null, occupancy: 0.04, contrast: 0.1 },
    found: 'EMPTY',
  });
  expect(told).toEqual([
    'A pack shows with 4 % certainty: 10 % of the contrast and 110 % of the brightness of the packs that were recognised.',
    'There was no reference image to compare it with.',
  ]);
});

test('a best candidate that is not alike enough is no candidate that is ahead', () => {
  expect(sightSentences({ sight: { ...sight, likeness: -0.11 }, found: 'UNKNOWN_PRODUCT' })).toEqual([
    'None of 12 products compared is alike enough: the best has likeness −0.11, 0.45 needed.',
  ]);
});

test('a facing of a tier that looks at the whole photo has no sight to tell', () => {
  expect(sightSentences({ sight: null, found: 'EMPTY' })).toEqual([]);
});

test('another product is told by its name, and facings are counted from 1', () => {
  expect(foundWord({ found: 'OTHER_PRODUCT', seen: { id: 'a', name: 'Blue soap' } })).toBe('Blue soap');
  expect(foundWord({ found: 'OTHER_PRODUCT', seen: null })).toBe('Another product');
  expect(placeWord({ column: 0, row: 1 }, true)).toBe('No. 1, row 2');
  expect(placeWord({ column: 2, row: 0 }, false)).toBe('No. 3');
});

test('how many facings were judged is not told where nobody wrote it down', () => {
  expect(judgedWord({ facingsJudged: null }, 4)).toBeNull();
  expect(judgedWord({ facingsJudged: 4 }, 4)).toBe('all 4 judged');
  expect(judgedWord({ facingsJudged: 1 }, 4)).toBe('1 of 4 judged');
});
