import { expect, test } from 'vitest';
import { parsePlanogram } from '../../parse-planogram.ts';
import { inPascalCase, sampleAzure } from '../../sample-files.testing.ts';
import { parseAzureRecognition } from './parse-azure-recognition.ts';

function planogram() {
  const parsed = parsePlanogram('azure', JSON.stringify(sampleAzure()));
  if ('problems' in parsed) throw new Error(JSON.stringify(parsed.problems));
  return parsed.planogram;
}

const recognition = (tagsKey: 'tags' | 'classifications', nameKey: 'name' | 'label') => ({
  imageMetadata: { width: 1000, height: 500 },
  products: [
    {
      id: '1',
      boundingBox: { x: 100, y: 50, w: 200, h: 100 },
      [tagsKey]: [
        { confidence: 0.2, [nameKey]: 'beet crisps' },
        { confidence: 0.8, [nameKey]: 'Apple  Rings' },
      ],
    },
    {
      id: '2',
      boundingBox: { x: 0, y: 0, w: 10, h: 10 },
      [tagsKey]: [{ confidence: 0.7, [nameKey]: 'Soap' }],
    },
    {
      id: '3',
      boundingBox: { x: 0, y: 0, w: 10, h: 10 },
      [tagsKey]: [{ confidence: 0.6, [nameKey]: 'product' }],
    },
  ],
  gaps: [
    {
      id: '4',
      boundingBox: { x: 500, y: 0, w: 100, h: 500 },
      [tagsKey]: [{ confidence: 0.9, [nameKey]: 'gap' }],
    },
  ],
});

test('a result of product recognition is read in both dialects and both spellings', () => {
  const read = parseAzureRecognition(JSON.stringify(recognition('tags', 'name')), planogram());
  expect(read).toEqual({
    notes: ['“Soap” is no product of the planogram.'],
    realogram: {
      planogramToPhoto: null,
      truncated: false,
      detections: [
        {
          kind: 'product',
          box: [0.1, 0.1, 0.2, 0.2],
          productId: '0001',
          confidence: 0.8,
          candidates: [
            { productId: '0001', score: 0.8 },
            { productId: '4006381333931', score: 0.2 },
          ],
          slot: null,
          identified: true,
        },
        expect.objectContaining({ productId: null, identified: true, confidence: 0.7 }),
        expect.objectContaining({ productId: null, identified: false, confidence: 0.6 }),
        expect.objectContaining({ kind: 'gap', box: [0.5, 0, 0.1, 1], confidence: 0.9 }),
      ],
    },
  });
  const other = recognition('classifications', 'label');
  expect(parseAzureRecognition(JSON.stringify(other), planogram())).toEqual(read);
  expect(
    parseAzureRecognition(JSON.stringify(inPascalCase({ detectedProducts: other })), planogram()),
  ).toEqual(read);
});

test('a broken result is refused with the path of the fault', () => {
  const broken = { ...recognition('tags', 'name'), imageMetadata: { width: 0, height: 500 } };
  expect(parseAzureRecognition(JSON.stringify(broken), planogram())).toEqual({
    problems: [expect.objectContaining({ path: '$.imageMetadata.width', code: 'FIELD_INVALID' })],
  });
});
