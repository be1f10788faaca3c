import { expect, test } from 'vitest';
import { comparePayloads } from './compare-payloads.ts';

test('fields that differ come first, the others follow in their order', () => {
  const first = { store_id: '4102', aisle: 'A1', sha256: 'aa', battery: 0.5 };
  const later = { store_id: '4102', aisle: 'A1', sha256: 'bb', battery: 0.5 };
  expect(comparePayloads(first, later).map(({ path, differs }) => [path, differs])).toEqual([
    ['sha256', true],
    ['store_id', false],
    ['aisle', false],
    ['battery', false],
  ]);
});

test('nested fields are compared one by one, under their paths', () => {
  const differing = comparePayloads(
    { device: { mac: 'a', firmware: '1' }, tags: ['x', 'y'] },
    { device: { mac: 'a', firmware: '2' }, tags: ['x', 'z'] },
  ).filter(({ differs }) => differs);
  expect(differing.map(({ path, first, later }) => [path, first, later])).toEqual([
    ['device.firmware', '"1"', '"2"'],
    ['tags[1]', 'y', 'z'],
  ]);
});

test('a missing field differs from an empty one and from null', () => {
  const [missing] = comparePayloads({ note: '' }, {});
  expect(missing).toEqual({ path: 'note', first: '""', later: null, differs: true });
  const [nothing] = comparePayloads({ note: null }, {});
  expect(nothing).toMatchObject({ first: 'null', later: null, differs: true });
});

test('a number and the same number as text differ', () => {
  expect(comparePayloads({ n: 1 }, { n: '1' })).toEqual([
    { path: 'n', first: '1', later: '"1"', differs: true },
  ]);
});
