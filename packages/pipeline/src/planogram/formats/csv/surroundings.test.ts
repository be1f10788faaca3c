import { expect, test } from 'vitest';
import { parsePlanogram } from '../../parse-planogram.ts';
import { guessFormat } from '../guess-format.ts';

const header = 'planogram_code;bay;shelf;position;ean;name;h_facings';
const rows = ['teas;1;1;1;4006381333931;Mint;2', 'teas;1;1;2;4011200296908;Lemon;1'];

function read(...lines: string[]) {
  const text = lines.join('\r\n');
  const result = parsePlanogram('csv', text);
  if ('problems' in result) throw new Error(JSON.stringify(result.problems));
  const { planogram, notes, suggested } = result;
  const positions = planogram.positions.map(({ id, shelfNumber, facings }) => [
    id,
    shelfNumber,
    facings.horizontal,
  ]);
  return { positions, notes, code: suggested.code, format: guessFormat(text) };
}

const plain = read(header, ...rows);

test('a line “sep=;” names the separator and is no header', () => {
  expect(read('sep=;', header, ...rows)).toEqual(plain);
  expect(
    read('"sep=|"', header.replaceAll(';', '|'), ...rows.map((row) => row.replaceAll(';', '|'))),
  ).toEqual(plain);
});

test('the header is found under titles and print dates, which are noted', () => {
  const titled = read('Planogram report;;;;;;', 'Printed 30.11.2026;;;;;;', ';;;;;;', header, ...rows);
  expect(titled.positions).toEqual(plain.positions);
  expect(titled.format).toBe('csv');
  expect(titled.notes).toContain('Lines 1 to 2 above the header: left out.');
});

test.each(['Total;;;;;;3', ';;;;;Gesamtsumme;3', 'Итого;;;;;;3', '合計;;;;;;3'])(
  'a sum is left out and noted: %s',
  (sum) => {
    const summed = read(header, ...rows, sum);
    expect(summed.positions).toEqual(plain.positions);
    expect(summed.notes).toContainEqual(expect.stringMatching(/^Line 4 \(“.+”\) is a sum: left out\.$/));
  },
);

test('a product that is called Total is no sum', () => {
  expect(read(header, ...rows, 'teas;1;1;3;5449000000996;Total;3').positions).toHaveLength(3);
});

test('footers, repeated headers and rows of spaces are left out', () => {
  const paged = read(
    header,
    rows[0] ?? '',
    '\u00a0; ; ; ; ; ; ',
    'Page 1 of 2;;;;;;',
    header,
    rows[1] ?? '',
    ' ;Page 2;;;;;',
  );
  expect(paged.positions).toEqual(plain.positions);
  expect(paged.notes).toEqual(
    expect.arrayContaining([
      'Line 4 (“Page 1 of 2”) plans nothing: left out.',
      'Line 5 (“planogram_code”) repeats the header: left out.',
    ]),
  );
});

test('code, bay and shelf that stand in the first row of a block count for the rows below', () => {
  const merged = read(header, rows[0] ?? '', ';;;2;4011200296908;Lemon;1', ';;2;1;5449000000996;Cola;3');
  expect(merged.positions).toEqual([
    ['1.1.1', 1, 2],
    ['1.1.2', 1, 1],
    ['1.2.1', 2, 3],
  ]);
  expect(merged.notes).toEqual(
    expect.arrayContaining([
      '“planogram_code” is empty in line 3 and 1 more: the value of the row above counts.',
      '“shelf” is empty in line 3: the value of the row above counts.',
    ]),
  );
});

test('the title of a block gives its bay and shelf to the rows below', () => {
  const titled = read(
    header,
    'teas;1;1;;;;',
    ';;;1;4006381333931;Mint;2',
    ';;2;;;;',
    ';;;1;4011200296908;Lemon;1',
  );
  expect(titled.positions).toEqual([
    ['1.1.1', 1, 2],
    ['1.2.1', 2, 1],
  ]);
});

test('an empty cell in a column that every row fills is a gap', () => {
  const gap = [header, ...rows, 'teas;1;;3;5449000000996;Cola;3'].join('\n');
  expect(parsePlanogram('csv', gap)).toEqual({
    problems: [expect.objectContaining({ path: 'line 4, column "shelf"', code: 'FIELD_MISSING' })],
  });
});

test('rows may be shorter than the header or end in empty cells', () => {
  const wide = `${header};brand;category;colour`;
  expect(read(wide, ...rows.map((row, i) => (i === 0 ? row : `${row};;;;;`))).positions).toEqual(
    plain.positions,
  );
});

test('a quotation mark may stand inside a value', () => {
  const result = parsePlanogram('csv', [header, 'teas;1;1;1;4006381333931;Mint 4" can;2'].join('\n'));
  expect('planogram' in result && result.planogram.products[0]?.name).toBe('Mint 4" can');
});
