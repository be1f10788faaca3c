import { csv, put, row, testRefusals } from './broken-files.testing.ts';
import { planogramLimits } from './formats/limits.ts';
import { sampleCsv, writeCsv } from './sample-rows.testing.ts';

const cell = (line: number, column: string) => `line ${line}, column "${column}"`;
/** Returns the sample with one changed cell. */
const one = (line: number, column: string, value: string) => csv((rows) => put(rows, line, column, value));

testRefusals([
  [
    'a row that names no product',
    'csv',
    one(4, 'sku', ''),
    cell(4, 'sku'),
    'FIELD_MISSING',
    /“sku” is missing/,
  ],
  [
    'no column that names products',
    'csv',
    csv((rows) => {
      put(rows, 1, 'sku', 'zone');
      put(rows, 1, 'gtin', 'area');
    }),
    cell(1, 'sku'),
    'FIELD_MISSING',
    /no column “sku” and none “gtin”/,
  ],
  [
    'a wrong check digit',
    'csv',
    one(2, 'gtin', '4006381333930'),
    cell(2, 'gtin'),
    'GTIN_INVALID',
    /check digit is 0, but the other digits call for 1/,
  ],
  ['a GTIN of letters', 'csv', one(2, 'gtin', 'apple'), cell(2, 'gtin'), 'GTIN_INVALID', /digits only/],
  ['a GTIN of five digits', 'csv', one(2, 'gtin', '12345'), cell(2, 'gtin'), 'GTIN_INVALID', /has 5/],
  [
    'a GTIN that a spreadsheet rounded',
    'csv',
    one(2, 'gtin', '4.00638E+12'),
    cell(2, 'gtin'),
    'GTIN_INVALID',
    /spreadsheet has rounded it/,
  ],
  ['a GTIN of zeros', 'csv', one(2, 'gtin', '0000000000000'), cell(2, 'gtin'), 'GTIN_INVALID', /placeholder/],
  [
    'one GTIN for two products',
    'csv',
    one(4, 'gtin', '4006381333931'),
    cell(4, 'gtin'),
    'ID_REPEATED',
    /04006381333931” is already the gtin of line 2/,
  ],
  [
    'a position id twice',
    'csv',
    one(3, 'position_id', 'p1'),
    cell(3, 'position_id'),
    'ID_REPEATED',
    /“p1” is already the id of line 2/,
  ],
  [
    'a place taken twice',
    'csv',
    one(3, 'position', '1'),
    cell(3, 'position'),
    'ID_REPEATED',
    /line 2 already has position 1 of shelf 1 in bay 1/,
  ],
  [
    'an end before the beginning',
    'csv',
    csv((rows) =>
      [2, 3, 4].forEach((line) => {
        put(rows, line, 'effective_to', '2026-11-01');
      }),
    ),
    cell(2, 'effective_to'),
    'PERIOD_INVALID',
    /has to be later/,
  ],
  [
    'a position right of the bay',
    'csv',
    one(3, 'x_cm', '95'),
    cell(3, 'x_cm'),
    'OUTSIDE_BAY',
    /“p2” reaches from 950 to 1050 along x/,
  ],
  ['a position above the bay', 'csv', one(4, 'y_cm', '-30'), cell(4, 'y_cm'), 'OUTSIDE_BAY', /along y/],
  [
    'two planograms and no choice',
    'csv',
    one(4, 'planogram_code', 'drinks'),
    cell(4, 'planogram_code'),
    'PLANOGRAM_AMBIGUOUS',
    /2 planograms: “snacks” \(snacks-2026-47\), “drinks”/,
  ],
  [
    'two versions and no choice',
    'csv',
    one(4, 'version', 'next'),
    cell(4, 'planogram_code'),
    'PLANOGRAM_AMBIGUOUS',
    /“snacks” \(next\)/,
  ],
  [
    'a choice that the file does not contain',
    'csv',
    csv(() => {}),
    cell(2, 'planogram_code'),
    'PLANOGRAM_UNKNOWN',
    /no planogram “tea”, but “snacks”/,
    { planogram: 'tea' },
  ],
  [
    'a choice that matches two versions',
    'csv',
    one(4, 'version', 'next'),
    cell(4, 'planogram_code'),
    'PLANOGRAM_AMBIGUOUS',
    /“snacks” names 2 planograms/,
    { planogram: 'snacks' },
  ],
  [
    'a column twice',
    'csv',
    csv((rows) => put(rows, 1, 'name', 'SKU')),
    cell(1, 'SKU'),
    'FIELD_REPEATED',
    /“SKU” has the same meaning as “sku”/,
  ],
  [
    'a quotation mark never closed',
    'csv',
    one(3, 'name', 'Beet').replace('Beet', '"Beet'),
    'line 3',
    'ROW_INVALID',
    /opened in line 3 is never closed/,
  ],
  [
    'more values than columns',
    'csv',
    csv((rows) => row(rows, 3).push('9')),
    'line 3',
    'ROW_INVALID',
    /31 values for 30 columns/,
  ],
  [
    'a header alone',
    'csv',
    writeCsv(sampleCsv().slice(0, 1)),
    'file',
    'NOTHING_PLANNED',
    /header and no rows/,
  ],
  ['an empty file', 'csv', '', 'file', 'ROW_INVALID', /empty/],
  ['white space', 'csv', ' \r\n \r\n', 'file', 'ROW_INVALID', /empty/],
  [
    'prose',
    'csv',
    'Dear colleague,\nfind the planogram enclosed.',
    cell(1, 'planogram_code'),
    'FIELD_MISSING',
    /no column “planogram_code”/,
  ],
  ['a NUL character', 'csv', one(3, 'name', 'Be\u0000et'), 'line 3', 'TEXT_INVALID', /Line 3 holds a NUL/],
  ['half a surrogate pair', 'csv', one(4, 'name', 'Corn \ud83c'), 'line 4', 'TEXT_INVALID', /Line 4/],
  [
    'a name without end',
    'csv',
    one(2, 'name', 'x'.repeat(501)),
    cell(2, 'name'),
    'FIELD_INVALID',
    /longer than 500/,
  ],
  [
    'a file too large',
    'csv',
    'x'.repeat(planogramLimits.fileBytes + 1),
    'file',
    'FILE_TOO_LARGE',
    /at most 8 MB/,
  ],
  [
    'more positions than can be scored',
    'csv',
    csv((rows) => {
      for (let i = 0; i < planogramLimits.positions; i++)
        rows.push(
          row(rows, 2)
            .with(6, String(i + 3))
            .with(20, `q${i}`),
        );
    }),
    'file',
    'TOO_MANY',
    /5003 positions; at most 5000/,
  ],
  [
    'a ProSpace file',
    'csv',
    'PROSPACE SCHEMATIC FILE\r\n',
    'file',
    'FORMAT_UNKNOWN',
    /one of “psa”: choose that/,
  ],
  ['JSON', 'csv', '{"format": "gondola-planogram/1"}', 'file', 'FORMAT_UNKNOWN', /“gondola”/],
]);
