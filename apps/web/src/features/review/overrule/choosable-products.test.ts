import { expect, test } from 'vitest';
import { choosableProducts } from './choosable-products.ts';

const product = (id: string, name: string, brand: string | null = null) => ({
  id,
  name,
  sku: `sku-${id}`,
  brand,
});

test("the tier's candidates come first, each product once, without the planned product", () => {
  const version = {
    positions: [
      product('c', 'Cola', 'Acme'),
      product('b', 'Beer'),
      product('a', 'Ale'),
      product('b', 'Beer'),
    ].map((one) => ({ product: one })),
  };
  const finding = {
    positionId: '1.1',
    expected: { ...product('a', 'Ale'), imageUrls: [] },
    candidates: [
      { product: product('c', 'Cola'), score: 0.8 },
      { product: product('a', 'Ale'), score: 0.2 },
    ],
  };
  expect(choosableProducts(finding, version).map(({ label }) => label)).toEqual([
    'Cola · Acme · sku-c',
    'Beer · sku-b',
  ]);
});

test("without a planogram the tier's candidates are still offered", () => {
  const finding = {
    positionId: null,
    expected: null,
    candidates: [{ product: product('c', 'Cola'), score: 1 }],
  };
  expect(choosableProducts(finding, null)).toEqual([{ id: 'c', name: 'Cola', label: 'Cola · sku-c' }]);
});
