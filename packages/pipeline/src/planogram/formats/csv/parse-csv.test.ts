import { expect, test } from 'vitest';
import { csv, put } from '../../broken-files.testing.ts';
import { exportPlanogramCsv } from '../../export-planogram-csv.ts';
import { listPlanograms } from '../../list-planograms.ts';
import { parsePlanogram } from '../../parse-planogram.ts';
import type { ParseOptions } from '../planogram-format.ts';

function read(content: string | Uint8Array, options: ParseOptions = {}) {
  const result = parsePlanogram('csv', content, options);
  if ('problems' in result) throw new Error(JSON.stringify(result.problems));
  return result;
}
const sample = read(csv(() => {}));
const lines = (...rows: string[]) => rows.join('\n');

test('the required columns suffice; missing values are laid out in order and noted', () => {
  const { planogram, notes, suggested } = read(
    lines(
      'planogram_code,bay,shelf,position,sku,h_facings',
      'snacks,1,1,2,B,1',
      'snacks,1,1,1,A,2',
      'snacks,1,2,1,A,1',
    ),
  );
  expect(
    planogram.positions.map(({ id, xMm, widthMm, shelfNumber }) => [id, xMm, widthMm, shelfNumber]),
  ).toEqual([
    ['1.1.1', 0, 200, 1],
    ['1.1.2', 200, 100, 1],
    ['1.2.1', 0, 100, 2],
  ]);
  expect(planogram.shelves[0]?.yMm).toBeGreaterThan(planogram.shelves[1]?.yMm ?? Number.NaN);
  expect(notes).toEqual([
    '3 positions have no width: a facing is taken as 100 mm wide.',
    'The file does not say how high all shelves are: they are drawn one above the other.',
    expect.stringMatching(/no height/),
  ]);
  expect(suggested).toEqual({ code: 'snacks' });
});

test('positions without coordinates are laid out by the width of their products', () => {
  const { planogram } = read(
    lines(
      'planogram_code;bay;shelf;position;gtin;h_facings;product_w_cm;product_h_cm',
      'snacks;1;1;1;4006381333931;2;6,5;20',
      'snacks;1;1;2;96385074;1;10;12',
      'snacks;1;2;1;4006381333931;3;;',
    ),
  );
  expect(planogram.positions.map(({ xMm, widthMm }) => [xMm, widthMm])).toEqual([
    [0, 130],
    [130, 100],
    [0, 195],
  ]);
  expect(planogram.widthMm).toBe(230);
});

test('bays stand side by side and their shelves have distinct names', () => {
  const { planogram } = read(
    lines(
      'code,bay,shelf,position,sku,facings,product_w_mm',
      'c,2,1,1,A,1,50',
      'c,1,1,1,B,2,60',
      'c,2,2,1,A,1,50',
    ),
  );
  expect(planogram.positions.map(({ id, xMm }) => [id, xMm])).toEqual([
    ['1.1.1', 0],
    ['2.1.1', 120],
    ['2.2.1', 120],
  ]);
  expect(planogram.shelves.map(({ id }) => id)).toEqual(['1.1', '2.1', '2.2']);
});

test.each([';', '\t'])('values may be separated by %j', (separator) => {
  expect(read(csv(() => {}, separator)).planogram).toEqual(sample.planogram);
});

test('headers may have other spellings, which are noted', () => {
  const spelled = csv((rows) => {
    for (const [name, other] of [
      ['planogram_code', 'POG'],
      ['gtin', 'EAN'],
      ['sku', 'Item code'],
      ['h_facings', 'H-Facings'],
      ['v_facings', 'Vertical Facings'],
      ['x_cm', 'X (cm)'],
      ['category', 'Catgory'],
      ['brand', 'colour'],
    ] as const) {
      put(rows, 1, name, other);
    }
  });
  const { planogram, notes } = read(spelled);
  expect(planogram.positions).toEqual(sample.planogram.positions);
  expect(notes).toEqual(
    expect.arrayContaining([
      'The column “Catgory” is read as “category”.',
      'Columns that are not used: colour.',
    ]),
  );
});

test('lengths may be in millimetres or inches by the column’s name', () => {
  const scaled = csv((rows) => {
    put(rows, 1, 'w_cm', 'w_mm');
    put(rows, 1, 'x_cm', 'x_in');
    for (const line of [2, 3, 4]) {
      put(rows, line, 'w_mm', '254');
      put(rows, line, 'x_in', String(line * 5));
    }
  });
  expect(read(scaled).planogram.positions[1]).toMatchObject({ id: 'p2', xMm: 381, widthMm: 254 });
});

test('text is read as UTF-8 with or without mark, as UTF-16 with mark, else as Windows-1252', () => {
  const text = csv((rows) => put(rows, 2, 'name', 'Äpfel 5 €'));
  const western = Uint8Array.from(text, (char) => (char === '€' ? 0x80 : char.charCodeAt(0)));
  for (const bytes of [
    Buffer.from(text),
    Buffer.from(`\uFEFF${text}`),
    Buffer.from(`\uFEFF${text}`, 'utf16le'),
    western,
  ]) {
    expect(read(bytes).planogram.products[0]?.name).toBe('Äpfel 5 €');
  }
  expect(read(western).notes).toContain('The file is not UTF-8; it is read as Windows-1252.');
});

test('damage to codes by spreadsheets is repaired, or reported where impossible', () => {
  const gtin = (value: string) => read(csv((rows) => put(rows, 2, 'gtin', value)));
  expect(gtin('12345678905').planogram.products[0]?.gtin).toBe('00012345678905');
  expect(gtin('12345678905').notes).toContainEqual(
    expect.stringMatching(/00012345678905 had lost its leading zeros/),
  );
  expect(gtin('="4006381333931"').planogram.products[0]?.gtin).toBe('04006381333931');
  expect(gtin('400 6381 333931').planogram.products[0]?.gtin).toBe('04006381333931');
});

test('a row may name its product by GTIN alone where another row has the SKU too', () => {
  const { planogram } = read(
    csv((rows) => {
      put(rows, 4, 'sku', '');
      put(rows, 4, 'gtin', '4006381333931');
      put(rows, 4, 'name', 'Apple rings');
    }),
  );
  expect(planogram.products.map(({ sku }) => sku)).toEqual(['A', 'B']);
});

test('of several planograms the requested one is read, by code and version', () => {
  const two = csv((rows) => put(rows, 4, 'version', 'next'));
  expect(listPlanograms('csv', two)).toEqual({
    planograms: [
      { name: 'snacks', key: 'snacks-2026-47' },
      { name: 'snacks', key: 'next' },
    ],
  });
  expect(read(two, { planogram: 'next' }).planogram.positions.map(({ id }) => id)).toEqual(['p3']);
  expect(read(two, { planogram: 'snacks snacks-2026-47' }).suggested.label).toBe('snacks-2026-47');
});

test('a mistake in another planogram of the file is ignored', () => {
  const two = csv((rows) => {
    put(rows, 4, 'planogram_code', 'drinks');
    put(rows, 4, 'h_facings', 'many');
  });
  expect(read(two, { planogram: 'snacks' }).planogram.positions).toHaveLength(2);
});

test('text that a spreadsheet would execute is escaped, and read back unchanged', () => {
  const { planogram } = sample;
  const [first, ...others] = planogram.products;
  if (first === undefined) throw new Error('no product');
  const risky = { ...planogram, products: [{ ...first, name: '=1+1, "x"' }, ...others] };
  const text = exportPlanogramCsv(risky, { code: 'snacks' });
  expect(text).toContain(`"'=1+1, ""x"""`);
  expect(read(text).planogram.products[0]?.name).toBe('=1+1, "x"');
});
