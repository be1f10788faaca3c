import { expect, test } from 'vitest';
import {
  asKind,
  endOfDay,
  faultsByRow,
  newAlias,
  toEntryInput,
  toLocalDay,
  toRows,
  withProposal,
} from './mapping-draft.ts';
import type { MappingEntry } from './read-mapping.ts';

const entry = (over: Partial<MappingEntry> = {}): MappingEntry => ({
  kind: 'SUBSTITUTED',
  fromPositionId: 'a',
  toPositionId: 'b',
  graceUntil: null,
  fromProduct: { id: 'old', name: 'Old' },
  toProduct: { id: 'new', name: 'New' },
  ...over,
});
const now = Date.parse('2026-11-24T12:00:00Z');

test('positions are sent without products, an alias without positions', () => {
  const [row] = toRows([entry()]);
  const alias = newAlias({ fromProductId: 'old', toProductId: 'new' }, now);
  expect(row && toEntryInput(row)).toEqual({ kind: 'SUBSTITUTED', fromPositionId: 'a', toPositionId: 'b' });
  expect(toEntryInput(alias)).toEqual({
    kind: 'ALIAS',
    fromProductId: 'old',
    toProductId: 'new',
    graceUntil: alias.graceUntil,
  });
});

test('a new alias lasts two weeks, to the end of the day', () => {
  const { graceUntil } = newAlias({ fromProductId: null, toProductId: null }, now);
  const days = (Date.parse(graceUntil ?? '') - now) / 86_400_000;
  expect(days).toBeGreaterThan(13.9);
  expect(days).toBeLessThan(15.1);
});

test('an alias made from another row takes only its products', () => {
  const [row] = toRows([entry()]);
  const alias = newAlias(row ?? { fromProductId: null, toProductId: null }, now);
  expect(alias).toMatchObject({
    kind: 'ALIAS',
    fromPositionId: null,
    fromProductId: 'old',
    toProductId: 'new',
  });
  expect(alias.key).not.toBe(row?.key);
});

test('changing the kind clears the fields that the new kind does not have', () => {
  const [row] = toRows([entry()]);
  expect(row && asKind(row, 'DELISTED')).toMatchObject({ fromPositionId: 'a', toPositionId: null });
  expect(row && asKind(row, 'ALIAS')).toMatchObject({ fromPositionId: null, toPositionId: null });
});

test('a proposal keeps the aliases', () => {
  const alias = newAlias({ fromProductId: 'old', toProductId: 'new' }, now);
  const rows = withProposal(
    [...toRows([entry()]), alias],
    [entry({ kind: 'SAME' }), entry({ kind: 'MOVED' })],
  );
  expect(rows.map(({ kind }) => kind)).toEqual(['SAME', 'MOVED', 'ALIAS']);
});

test('an error appears at its row, and general errors above', () => {
  const rows = toRows([entry(), entry({ kind: 'SAME' })]);
  const faults = faultsByRow(rows, [
    { code: 'POSITION_UNKNOWN', message: 'No such position.', field: ['entries', '1', 'toPositionId'] },
    { code: 'VERSION_SAME', message: 'The same version.', field: ['toVersionId'] },
  ]);
  expect(faults.get(rows[1]?.key ?? '')).toEqual(['No such position.']);
  expect(faults.get(null)).toEqual(['The same version.']);
});

test('a date survives the round trip through the form', () => {
  expect(toLocalDay(endOfDay('2026-12-08'))).toBe('2026-12-08');
  expect(endOfDay('')).toBeNull();
  expect(toLocalDay(null)).toBe('');
});
