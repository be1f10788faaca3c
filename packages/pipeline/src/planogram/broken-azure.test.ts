import { expect, test } from 'vitest';
import { azure, testRefusals } from './broken-files.testing.ts';
import { planogramLimits } from './formats/limits.ts';
import { parsePlanogram } from './parse-planogram.ts';
import { inPascalCase, sampleAzure } from './sample-files.testing.ts';

testRefusals([
  [
    'no products',
    'azure',
    azure((f) => delete f.products),
    '$.products',
    'FIELD_MISSING',
    /“products” is missing/,
  ],
  ['no fixtures', 'azure', azure((f) => (f.fixtures = [])), '$.fixtures', 'FIELD_INVALID', /empty list/],
  [
    'a width as text',
    'azure',
    azure((f) => (f.width = '40')),
    '$.width',
    'FIELD_INVALID',
    /has to be a number, not a text/,
  ],
  [
    'a width of nothing',
    'azure',
    azure((f) => (f.width = 0)),
    '$.width',
    'FIELD_INVALID',
    /greater than 0, not 0/,
  ],
  [
    'a negative height',
    'azure',
    azure((f) => (f.products[1].h = -7)),
    '$.products[1].h',
    'FIELD_INVALID',
    /greater than 0/,
  ],
  [
    'a size beyond all numbers',
    'azure',
    JSON.stringify(sampleAzure()).replace('"width":40', '"width":1e999'),
    '$.width',
    'FIELD_INVALID',
    /larger than any number/,
  ],
  [
    'a place of null',
    'azure',
    azure((f) => (f.positions[0].x = null)),
    '$.positions[0].x',
    'FIELD_INVALID',
    /has to be a number, not null/,
  ],
  [
    'a position of an unknown product',
    'azure',
    azure((f) => (f.positions[2].productId = '0099')),
    '$.positions[2].productId',
    'REFERENCE_UNKNOWN',
    /“p3” names “0099”, which is not among the products/,
  ],
  [
    'a position of an unknown product, in the samples’ spelling',
    'azure',
    JSON.stringify(
      inPascalCase({ planogram: { ...sampleAzure(), products: sampleAzure().products.slice(1) } }),
    ),
    '$.Planogram.Positions[0].ProductId',
    'REFERENCE_UNKNOWN',
    /“0001”/,
  ],
  [
    'a position on an unknown fixture',
    'azure',
    azure((f) => (f.positions[0].fixtureId = 'f-9')),
    '$.positions[0].fixtureId',
    'REFERENCE_UNKNOWN',
    /“f-9”, which is not among the fixtures/,
  ],
  [
    'a position id twice',
    'azure',
    azure((f) => (f.positions[1].id = 'p2')),
    '$.positions[1].id',
    'ID_REPEATED',
    /“p2” is already the id of \$\.positions\[0\]/,
  ],
  [
    'a product id twice',
    'azure',
    azure((f) => (f.products[1].id = '0001')),
    '$.products[1].id',
    'ID_REPEATED',
    /0001/,
  ],
  [
    'a fixture id twice',
    'azure',
    azure((f) => (f.fixtures[1].id = 'f-top')),
    '$.fixtures[1].id',
    'ID_REPEATED',
    /“f-top”/,
  ],
  [
    'a position right of the bay',
    'azure',
    azure((f) => (f.positions[0].x = 38)),
    '$.positions[0].x',
    'OUTSIDE_BAY',
    /“p2” reaches from 38 to 42 along x; the bay from 0 to 40/,
  ],
  [
    'a position above the bay',
    'azure',
    azure((f) => (f.positions[0].y = -3)),
    '$.positions[0].y',
    'OUTSIDE_BAY',
    /along y/,
  ],
  [
    'a member in both spellings',
    'azure',
    azure((f) => (f.positions[0].ProductId = '0001')),
    '$.positions[0].ProductId',
    'FIELD_REPEATED',
    /both spellings/,
  ],
  [
    'half a surrogate pair in a name',
    'azure',
    azure((f) => (f.products[0].name = 'Apple \ud83c')),
    '$.products[0].name',
    'TEXT_INVALID',
    /half a surrogate pair/,
  ],
  [
    'a name of spaces',
    'azure',
    azure((f) => (f.products[0].name = '  ')),
    '$.products[0].name',
    'FIELD_INVALID',
    /is empty/,
  ],
  [
    'a name without end',
    'azure',
    azure((f) => (f.products[0].name = 'x'.repeat(501))),
    '$.products[0].name',
    'FIELD_INVALID',
    /500/,
  ],
  [
    'more positions than can be scored',
    'azure',
    azure((f) => {
      f.positions = Array.from({ length: planogramLimits.positions + 1 }, (_, i) => ({
        ...f.positions[0],
        id: `p${i}`,
      }));
    }),
    '$.positions',
    'TOO_MANY',
    /more than 5000 entries/,
  ],
]);

test('all problems of a file are reported at once', () => {
  const content = azure((f) => {
    f.positions[0].productId = '0099';
    f.positions[1].fixtureId = 'f-9';
    f.products[1].id = '0001';
  });
  const result = parsePlanogram('azure', content);
  expect('problems' in result && result.problems.map((problem) => problem.code).toSorted()).toEqual([
    'ID_REPEATED',
    'REFERENCE_UNKNOWN',
    'REFERENCE_UNKNOWN',
    'REFERENCE_UNKNOWN',
  ]);
});

test('of hundreds of problems the first are reported, and the number of the others', () => {
  const content = azure((f) => {
    f.positions = Array.from({ length: 250 }, (_, i) => ({ ...f.positions[0], id: `p${i}`, x: 'left' }));
  });
  const result = parsePlanogram('azure', content);
  expect('problems' in result && result.problems.length).toBe(101);
  expect('problems' in result && result.problems.at(-1)?.message).toBe('There are 150 more problems.');
});
