import { expect, test } from 'vitest';
import { aliasRealogram } from './alias-realogram.ts';
import { assess } from './assess.ts';
import { look, smallBay } from './small-bay.ts';

const alias = { fromProductId: 'Z', toProductId: 'A' };
const bay = smallBay('A B C');
const withOldPack = look(bay, (facing) =>
  facing.productId === 'A'
    ? {
        ...facing,
        productId: 'Z',
        candidates: [
          { productId: 'Z', score: 0.9 },
          { productId: 'A', score: 0.6 },
          { productId: 'B', score: 0.1 },
        ],
      }
    : facing,
);

test('the old pack in the new one’s place is a match while it counts as the new one', () => {
  const verdict = (realogram: typeof withOldPack) =>
    assess(bay, realogram).findings.find(({ expectedProductId }) => expectedProductId === 'A')?.verdict;
  expect(verdict(withOldPack)).toBe('WRONG_PRODUCT');
  expect(verdict(aliasRealogram(withOldPack, [alias]))).toBe('MATCH');
});

test('candidates are renamed too, and of two that become one the better stays', () => {
  const [first] = aliasRealogram(withOldPack, [alias]).detections;
  expect(first?.candidates).toEqual([
    { productId: 'A', score: 0.9 },
    { productId: 'B', score: 0.1 },
  ]);
});

test('a realogram without the old product stays the same object', () => {
  const plain = look(bay, (facing) => facing);
  expect(aliasRealogram(plain, [alias])).toBe(plain);
});
