import { expect, test } from 'vitest';
import { assess } from '../assess.ts';
import { realogramOf, smallBay } from '../small-bay.testing.ts';
import { aliasRealogram } from './alias-realogram.ts';

const alias = { fromProductId: 'Z', toProductId: 'A' };
const bay = smallBay('A B C');
const withOldPack = realogramOf(bay, (facing) =>
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

test('the old pack in the new one’s place is a match during its grace period', () => {
  const verdict = (realogram: typeof withOldPack) =>
    assess(bay, realogram).findings.find(({ expectedProductId }) => expectedProductId === 'A')?.verdict;
  expect(verdict(withOldPack)).toBe('WRONG_PRODUCT');
  expect(verdict(aliasRealogram(withOldPack, [alias]))).toBe('MATCH');
});

test('candidates are renamed too, and of two that become equal the better one stays', () => {
  const [first] = aliasRealogram(withOldPack, [alias]).detections;
  expect(first?.candidates).toEqual([
    { productId: 'A', score: 0.9 },
    { productId: 'B', score: 0.1 },
  ]);
});

test('a realogram without the old product stays the same object', () => {
  const plain = realogramOf(bay, (facing) => facing);
  expect(aliasRealogram(plain, [alias])).toBe(plain);
});
