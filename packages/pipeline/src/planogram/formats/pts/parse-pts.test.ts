import iconv from 'iconv-lite';
import { expect, test } from 'vitest';
import { ptsV1, ptsV2, put } from '../../broken-files.testing.ts';
import { parsePlanogram } from '../../parse-planogram.ts';

function read(content: string | Uint8Array) {
  const result = parsePlanogram('pts', content);
  if ('problems' in result) throw new Error(JSON.stringify(result.problems));
  return result;
}

test('V1 has the order of products; sizes are assumed and noted', () => {
  const { planogram, notes, suggested } = read(ptsV1(() => {}));
  expect(
    planogram.positions.map(({ id, shelfNumber, facings, orientation }) => [
      id,
      shelfNumber,
      facings,
      orientation,
    ]),
  ).toEqual([
    ['1.1.1', 1, { horizontal: 2, vertical: 1, depth: 1 }, 'front'],
    ['1.1.2', 1, { horizontal: 1, vertical: 2, depth: 1 }, 'front'],
    ['1.2.1', 2, { horizontal: 3, vertical: 1, depth: 1 }, 'face 2'],
  ]);
  expect([planogram.widthMm, planogram.heightMm]).toEqual([900, 1800]);
  expect(planogram.positions.map(({ widthMm }) => widthMm)).toEqual([600, 300, 900]);
  expect(notes[0]).toMatch(/no sizes: a bay is taken as 900 mm wide and 1800 mm high/);
  expect(suggested).toEqual({ code: 'スナック', name: 'スナック' });
});

test('a JAN is a GTIN, other codes are SKUs', () => {
  const { planogram, notes } = read(ptsV1(() => {}));
  expect(planogram.products.map(({ sku, gtin }) => [sku, gtin])).toEqual([
    ['4901234567894', '04901234567894'],
    ['4912345678904', '04912345678904'],
    ['X-77', null],
  ]);
  expect(notes).toContain('1 product code is no GTIN and imported as SKU.');
});

test('V2 has the sizes of bay and shelves, heights counted from the floor', () => {
  const { planogram, notes } = read(ptsV2(() => {}));
  expect(planogram.shelves).toEqual([
    { id: '1.1', number: 1, xMm: 0, yMm: 1600, widthMm: 900, heightMm: 30 },
    { id: '1.2', number: 2, xMm: 0, yMm: 1100, widthMm: 880, heightMm: 25 },
  ]);
  expect(notes).toContain('Shelf heights rise from the bottom: read as heights above the floor.');
});

test('shelf heights that do not rise are the room above each shelf', () => {
  const { planogram, notes } = read(ptsV2((rows) => put(rows, 6, '棚高さ', '700', 5)));
  expect(planogram.shelves.map(({ yMm }) => yMm)).toEqual([1770, 1075]);
  expect(notes).toContain('Shelf heights do not rise from the bottom: read as the room above each shelf.');
});

test('Shift_JIS and UTF-8, full-width digits and a missing comment line read the same', () => {
  const text = ptsV1(() => {});
  const expected = read(text).planogram;
  expect(read(iconv.encode(text, 'shift_jis'))).toEqual(read(text));
  expect(read(Buffer.from(text)).planogram).toEqual(expected);
  expect(read(ptsV1((rows) => put(rows, 4, 'フェース数', '２', 3))).planogram).toEqual(expected);
  expect(read(ptsV1((rows) => rows.splice(1, 1))).planogram).toEqual(expected);
});
