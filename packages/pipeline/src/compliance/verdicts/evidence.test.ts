import { expect, test } from 'vitest';
import type { Detection } from '../../realogram.ts';
import { assess } from '../assess.ts';
import { realogramOf, smallBay } from '../small-bay.testing.ts';

const bay = smallBay('A B C D', 'E2 F G H', 'I J K3 L');
const tagBox: Detection['box'] = [0.4, 0.9, 0.05, 0.01];

test("a finding lists for each facing the result, the candidates and the tier's measurements", () => {
  const sight = {
    compared: 4,
    likeness: 0.3,
    needed: 0.45,
    lead: 0.02,
    contrast: 0.4,
    brightness: 0.9,
    colour: 12,
    colourVariation: 3,
    occupancy: 0.7,
    foundBy: null,
  };
  const candidates = [{ productId: 'J', score: 0.6 }];
  const realogram = realogramOf(bay, (facing, { position, column }) => {
    if (position.productId !== 'K') return facing;
    if (column === 0) return null;
    return column === 1 ? { ...facing, productId: 'J', candidates, confidence: 0.4, sight } : facing;
  });
  const code = { text: '4006381333931', box: tagBox, productId: 'K', positionId: '1.3' };
  const shelfEdges = [{ shelfNumber: 1, tags: 4, tagsPerMetre: 4, codes: [code] }];
  const { findings } = assess(bay, { ...realogram, shelfEdges });
  const short = findings.find(({ positionId }) => positionId === '1.3');
  expect(short?.evidence.facings).toMatchObject([
    { column: 0, found: 'EMPTY', seenProductId: null, confidence: null, place: expect.any(Array) },
    { column: 1, found: 'OTHER_PRODUCT', seenProductId: 'J', candidates, sight },
    { column: 2, found: 'PLANNED_PRODUCT', seenProductId: 'K' },
  ]);
  expect(short?.evidence).toMatchObject({ facingsJudged: 3, tags: [code] });
  const whole = findings.find(({ positionId }) => positionId === '2.1');
  expect(whole?.evidence.facings).toHaveLength(1);
  expect(whole?.evidence.tags).toBeUndefined();
});
