import { expect, test } from 'vitest';
import type { Planogram, Product } from '../../planogram/model.ts';
import { labelReader, plainLabels, readLabelSettings } from './labels.ts';

const product = (id: string, changes: Partial<Product>): Product => ({
  id,
  sku: `sku-${id}`,
  gtin: null,
  name: `Product ${id}`,
  brand: null,
  category: null,
  widthMm: 50,
  heightMm: 100,
  depthMm: null,
  ...changes,
});
const planogram: Planogram = {
  widthMm: 1000,
  heightMm: 1000,
  shelves: [],
  positions: [],
  products: [
    product('a', { sku: '4711', gtin: '04006381333931', name: 'Cola  Zero 0,5 l' }),
    product('b', { name: 'Cola Classic' }),
    product('c', { name: 'Twin' }),
    product('d', { name: 'twin' }),
  ],
};
const named = (productId: string | null) => ({ kind: 'product', productId, identified: true });

test.each([
  ['its SKU', '4711', 'a'],
  ['its GTIN of 13 digits', '4006381333931', 'a'],
  ['its GTIN of 14 digits', '04006381333931', 'a'],
  ['its name in other letters and spaces', 'COLA zero  0,5 L', 'a'],
  ['a name that two products share', 'Twin', null],
  ['an id, which a model cannot know', 'a', null],
  ['nothing that the planogram has', 'Lemonade', null],
])('without a map a product is known by %s', (_, label, expected) => {
  expect(labelReader(plainLabels, planogram)(label)).toEqual(named(expected));
});

test('where a label names several products, the only planned one wins', () => {
  const position = (id: string, productId: string) => ({
    id,
    productId,
    shelfNumber: 1,
    sequence: 1,
    xMm: 0,
    yMm: 0,
    widthMm: 50,
    heightMm: 100,
    facings: { horizontal: 1, vertical: 1, depth: 1 },
    orientation: 'front',
  });
  const twinOf = (...planned: string[]) =>
    labelReader(plainLabels, { ...planogram, positions: planned.map((id) => position(id, id)) })('Twin');
  expect(twinOf('d', 'b')).toEqual(named('d'));
  expect(twinOf('c')).toEqual(named('c'));
  expect(twinOf('c', 'd')).toEqual(named(null));
});

test.each([
  ['by id', 'b'],
  ['by SKU', 'sku-b'],
  ['by name', 'cola classic'],
])('a map names a product %s, and comes before what the label says itself', (_, target) => {
  const read = labelReader(readLabelSettings(JSON.stringify({ '4711': target })), planogram);
  expect(read('4711')).toEqual(named('b'));
});

test('gaps and unidentified objects have labels of their own, and a map may target them', () => {
  const read = labelReader(
    readLabelSettings(
      JSON.stringify({ map: { leer: '__gap__', box: '__product__' }, gapLabels: ['__gap__', 'empty'] }),
    ),
    planogram,
  );
  for (const label of ['__gap__', 'empty', 'leer']) expect(read(label)).toEqual({ kind: 'gap' });
  expect(read('box')).toEqual({ kind: 'product', productId: null, identified: false });
});

test.each(['no json', '[]', '{"a": 1}', '{"a": ""}'])(
  'a label map of %s is refused in plain words',
  (text) => {
    expect(() => readLabelSettings(text)).toThrow(/label map/);
  },
);
