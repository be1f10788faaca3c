import { expect, test } from 'vitest';
import { smallBay } from '../../compliance/small-bay.testing.ts';
import { compareVersions } from '../compare-versions.ts';
import { checkMapping } from './check-mapping.ts';
import type { MappingEntry } from './mapping-entry.ts';
import { proposeMapping } from './propose-mapping.ts';

const from = smallBay('A B', 'C D');
const to = smallBay('A X', 'C E F');
const entry = (changes: Partial<MappingEntry>): MappingEntry => ({
  kind: 'SAME',
  fromPositionId: null,
  toPositionId: null,
  fromProductId: null,
  toProductId: null,
  graceUntil: null,
  ...changes,
});
const codes = (...entries: MappingEntry[]) =>
  checkMapping(entries, from, to).map(({ path, code }) => `${path} ${code}`);
const graceUntil = new Date('2026-12-24T00:00:00Z');

test('a mapping proposed by comparison has no problems', () => {
  expect(checkMapping(proposeMapping(compareVersions(from, to)), from, to)).toEqual([]);
});

test('each kind requires its own positions and allows no others', () => {
  expect(codes(entry({ kind: 'NEW', fromPositionId: '1.1', toPositionId: '1.2' }))).toEqual([
    'entries[0].fromPositionId POSITION_NOT_ALLOWED',
  ]);
  expect(codes(entry({ kind: 'DELISTED' }), entry({ kind: 'MOVED', fromPositionId: '2.1' }))).toEqual([
    'entries[0].fromPositionId POSITION_MISSING',
    'entries[1].toPositionId POSITION_MISSING',
  ]);
});

test('a position must exist, and is mapped once', () => {
  expect(codes(entry({ fromPositionId: '9.9', toPositionId: '2.1' }))).toEqual([
    'entries[0].fromPositionId POSITION_UNKNOWN',
  ]);
  const same = entry({ fromPositionId: '2.1', toPositionId: '2.1' });
  expect(codes(same, entry({ kind: 'DELISTED', fromPositionId: '2.1' }))).toEqual([
    'entries[1].fromPositionId POSITION_TWICE',
  ]);
});

test('SUBSTITUTED needs another product, all other kinds the same product', () => {
  expect(codes(entry({ kind: 'SUBSTITUTED', fromPositionId: '2.1', toPositionId: '2.1' }))).toEqual([
    'entries[0].kind PRODUCT_SAME',
  ]);
  expect(codes(entry({ kind: 'MOVED', fromPositionId: '2.2', toPositionId: '2.2' }))).toEqual([
    'entries[0].kind PRODUCT_DIFFERS',
  ]);
});

test('an ALIAS leads from a removed product to a planned one, until a date', () => {
  const alias = entry({ kind: 'ALIAS', fromProductId: 'B', toProductId: 'X', graceUntil });
  expect(codes(alias)).toEqual([]);
  expect(codes(alias, alias)).toEqual(['entries[1].fromProductId PRODUCT_TWICE']);
  expect(codes({ ...alias, graceUntil: null })).toEqual(['entries[0].graceUntil GRACE_MISSING']);
  expect(codes({ ...alias, fromProductId: 'A' })).toEqual(['entries[0].fromProductId PRODUCT_STILL_PLANNED']);
  expect(codes({ ...alias, fromProductId: 'Q', toProductId: 'D' })).toEqual([
    'entries[0].fromProductId PRODUCT_UNKNOWN',
    'entries[0].toProductId PRODUCT_UNKNOWN',
  ]);
  expect(codes(entry({ kind: 'NEW', toPositionId: '2.1', graceUntil }))).toEqual([
    'entries[0].graceUntil GRACE_NOT_ALLOWED',
  ]);
});
