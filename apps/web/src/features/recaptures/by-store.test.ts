import { expect, test } from 'vitest';
import { byStore } from './by-store.ts';

const request = (code: string, aisle: string, createdAt: string) => ({
  store: { code, name: `Store ${code}` },
  aisle,
  createdAt,
});

test('requests are sorted by store, then bay in natural order, then the longest wait', () => {
  const groups = byStore([
    request('4110', 'A1', '2026-11-02T00:00:00Z'),
    request('4102', 'A10', '2026-11-01T00:00:00Z'),
    request('4102', 'A2', '2026-11-03T00:00:00Z'),
    request('4102', 'A2', '2026-11-02T00:00:00Z'),
  ]);
  expect(
    groups.map(({ store, requests }) => [store.code, requests.map((r) => [r.aisle, r.createdAt])]),
  ).toEqual([
    [
      '4102',
      [
        ['A2', '2026-11-02T00:00:00Z'],
        ['A2', '2026-11-03T00:00:00Z'],
        ['A10', '2026-11-01T00:00:00Z'],
      ],
    ],
    ['4110', [['A1', '2026-11-02T00:00:00Z']]],
  ]);
});

test('no requests make no groups', () => {
  expect(byStore([])).toEqual([]);
});
