import { type BrokenFile, noNumbers, ptsV1, ptsV2, put, row, testRefusals } from './broken-files.testing.ts';

const cell = (line: number, column: string) => `line ${line}, column "${column}"`;
const placements = ['台番号', '棚段番号', '棚位置', 'フェース数', 'フェース面', 'フェース回転', '積上数'];
const needed = ['台番号', '棚段番号', '棚位置', '商品コード', 'フェース数'];
/** Header line and first row of each table of the V2 sample. */
const bays = { header: 3, row: 4, sizes: ['台高さ', '台幅'], keys: ['台番号'] };
const shelves = { header: 5, row: 6, sizes: ['棚高さ', '棚幅', '棚厚さ'], keys: ['台番号', '棚段番号'] };
const placed = { header: 8, row: 9 };

testRefusals([
  ...placements.flatMap((column) =>
    noNumbers.map(
      ([what, value, message]): BrokenFile => [
        `${what} as ${column}`,
        'pts',
        ptsV2((rows) => put(rows, placed.row, column, value, placed.header)),
        cell(placed.row, column),
        'FIELD_INVALID',
        message,
      ],
    ),
  ),
  ...[bays, shelves].flatMap(({ header, row: line, sizes, keys }) => [
    ...[...sizes, ...keys].flatMap((column) =>
      noNumbers.map(
        ([what, value, message]): BrokenFile => [
          `${what} as ${column} in line ${line}`,
          'pts',
          ptsV2((rows) => put(rows, line, column, value, header)),
          cell(line, column),
          'FIELD_INVALID',
          message,
        ],
      ),
    ),
    ...sizes.map(
      (column): BrokenFile => [
        `a negative ${column}`,
        'pts',
        ptsV2((rows) => put(rows, line, column, '-5', header)),
        cell(line, column),
        'FIELD_INVALID',
        /greater than 0, not -5/,
      ],
    ),
    ...keys.map(
      (column): BrokenFile => [
        `no ${column} in line ${line}`,
        'pts',
        ptsV2((rows) => put(rows, line, column, '', header)),
        cell(line, column),
        'FIELD_MISSING',
        new RegExp(`“${column}” is missing`),
      ],
    ),
  ]),
  ...needed.flatMap((column): BrokenFile[] => [
    [
      `a placement without ${column}`,
      'pts',
      ptsV2((rows) => put(rows, placed.row, column, '', placed.header)),
      cell(placed.row, column),
      'FIELD_MISSING',
      new RegExp(`“${column}” is missing`),
    ],
  ]),
  ...['棚台番号', '棚段番号', '棚位置', 'フェース数'].map(
    (column): BrokenFile => [
      `no column ${column}`,
      'pts',
      ptsV1((rows) => put(rows, 3, column, '備考', 3)),
      cell(3, column),
      'FIELD_MISSING',
      new RegExp(`table of placements has no column “${column}”`),
    ],
  ),
  ...['フェース数', '棚位置'].map(
    (column): BrokenFile => [
      `0 as ${column}`,
      'pts',
      ptsV1((rows) => put(rows, 4, column, '0', 3)),
      cell(4, column),
      'FIELD_INVALID',
      /whole number from 1/,
    ],
  ),
  [
    'a place taken twice',
    'pts',
    ptsV1((rows) => put(rows, 5, '棚位置', '1', 3)),
    cell(5, '棚位置'),
    'ID_REPEATED',
    /line 4 already has position 1 of shelf 1 in bay 1/,
  ],
  [
    'a bay twice',
    'pts',
    ptsV2((rows) => rows.splice(4, 0, [...row(rows, 4)])),
    cell(5, '台番号'),
    'ID_REPEATED',
    /line 4 already has bay 1/,
  ],
  [
    'a shelf twice',
    'pts',
    ptsV2((rows) => put(rows, 7, '棚段番号', '1', 5)),
    cell(7, '棚段番号'),
    'ID_REPEATED',
    /line 6 already has shelf 1 of bay 1/,
  ],
  [
    'a shelf of an unknown bay',
    'pts',
    ptsV2((rows) => put(rows, 7, '台番号', '3', 5)),
    cell(7, '台番号'),
    'REFERENCE_UNKNOWN',
    /3, which is not among the bays/,
  ],
  [
    'a placement in an unknown bay',
    'pts',
    ptsV2((rows) => put(rows, 9, '台番号', '5', 8)),
    cell(9, '台番号'),
    'REFERENCE_UNKNOWN',
    /5, which is not among the bays/,
  ],
  [
    'a placement on an unknown shelf',
    'pts',
    ptsV2((rows) => put(rows, 9, '棚段番号', '7', 8)),
    cell(9, '棚段番号'),
    'REFERENCE_UNKNOWN',
    /7, which is not among the shelves of bay 1/,
  ],
  [
    'a code that a spreadsheet rounded',
    'pts',
    ptsV1((rows) => put(rows, 4, '商品コード', '4.90123E+12', 3)),
    cell(4, '商品コード'),
    'GTIN_INVALID',
    /spreadsheet has rounded it/,
  ],
  [
    'a shelf above its bay',
    'pts',
    ptsV2((rows) => put(rows, 7, '棚高さ', '2500', 5)),
    cell(7, '棚段番号'),
    'OUTSIDE_BAY',
    /along y/,
  ],
  [
    'a shelf wider than its bay',
    'pts',
    ptsV2((rows) => put(rows, 7, '棚幅', '990', 5)),
    cell(7, '棚位置'),
    'OUTSIDE_BAY',
    /along x/,
  ],
  [
    'V3',
    'pts',
    ptsV2((rows) => (row(rows, 1)[1] = 'V3.0')),
    'line 1',
    'VERSION_UNSUPPORTED',
    /PTS “V3.0” cannot be read.*export the plan as V2.0/,
  ],
  [
    'no version',
    'pts',
    ptsV2((rows) => (row(rows, 1)[1] = '')),
    'line 1',
    'VERSION_UNSUPPORTED',
    /PTS “” cannot be read/,
  ],
  [
    'another first cell',
    'pts',
    ptsV1((rows) => (row(rows, 1)[0] = '棚割')),
    'line 1',
    'FORMAT_UNKNOWN',
    /begins with “共通棚割情報”, this one with “棚割”/,
  ],
  [
    'no placements',
    'pts',
    ptsV1((rows) => rows.splice(3)),
    'file',
    'NOTHING_PLANNED',
    /no rows of placements/,
  ],
  [
    'V2 without shelves',
    'pts',
    ptsV2((rows) => rows.splice(4, 3)),
    'file',
    'FIELD_MISSING',
    /no rows of shelves/,
  ],
  ['V2 without bays', 'pts', ptsV2((rows) => rows.splice(2, 2)), 'file', 'FIELD_MISSING', /no rows of bays/],
  ['an empty file', 'pts', '', 'file', 'ROW_INVALID', /empty/],
  [
    'a NUL character',
    'pts',
    ptsV1((rows) => put(rows, 4, '商品コード', '4\u0000', 3)),
    'line 4',
    'TEXT_INVALID',
    /NUL/,
  ],
  [
    'bytes that are neither Shift_JIS nor UTF-8',
    'pts',
    Uint8Array.of(0x8b, 0xa4, 0x0a, 0x81, 0x0a),
    'line 2',
    'TEXT_INVALID',
    /encoding shift_jis/,
  ],
  ['a ProSpace file', 'pts', 'PROSPACE SCHEMATIC FILE\r\n', 'file', 'FORMAT_UNKNOWN', /“psa”/],
]);
