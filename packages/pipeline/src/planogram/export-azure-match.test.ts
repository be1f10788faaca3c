import { expect, test } from 'vitest';
import { exportAzureMatch } from './export-azure-match.ts';

const positions = [
  { positionId: '0001', box: [12.4, 30.6, 100, 200] as const, label: 'Apple rings', confidence: 0.9 },
  { positionId: '0002', box: null, label: 'Beet crisps', confidence: 0 },
];

test('the guide’s spelling has matched results and classifications', () => {
  expect(JSON.parse(exportAzureMatch(positions))).toEqual({
    matchedResultsPerPosition: [
      {
        positionId: '0001',
        detectedObject: {
          id: '01',
          boundingBox: { x: 12, y: 31, w: 100, h: 200 },
          classifications: [{ confidence: 0.9, label: 'Apple rings' }],
        },
      },
      { positionId: '0002' },
    ],
  });
});

test('the reference’s spelling has matching results and tags', () => {
  const [first] = JSON.parse(exportAzureMatch(positions, 'reference')).matchingResultPerPosition;
  expect(first).toEqual({
    positionId: '0001',
    detectedObject: {
      id: '01',
      boundingBox: { x: 12, y: 31, w: 100, h: 200 },
      tags: [{ name: 'Apple rings', confidence: 0.9 }],
    },
  });
});
