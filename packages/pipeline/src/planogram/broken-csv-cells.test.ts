import { type BrokenFile, csv, noNumbers, put, testRefusals } from './broken-files.testing.ts';

const cell = (line: number, column: string) => `line ${line}, column "${column}"`;
/** Returns the sample with one changed cell. */
const one = (line: number, column: string, value: string) => csv((rows) => put(rows, line, column, value));

const sizes = [
  'w_cm',
  'h_cm',
  'product_w_cm',
  'product_h_cm',
  'product_d_cm',
  'bay_w_cm',
  'bay_h_cm',
  'shelf_w_cm',
  'shelf_h_cm',
];
const places = ['x_cm', 'y_cm', 'shelf_x_cm', 'shelf_y_cm'];
const counts = ['bay', 'shelf', 'position', 'h_facings', 'v_facings', 'd_facings'];
const required = ['planogram_code', 'bay', 'shelf', 'position', 'h_facings'];

testRefusals([
  ...[...sizes, ...places, ...counts].flatMap((column) =>
    noNumbers.map(
      ([what, value, message]): BrokenFile => [
        `${what} as ${column}`,
        'csv',
        one(3, column, value),
        cell(3, column),
        'FIELD_INVALID',
        message,
      ],
    ),
  ),
  ...sizes.flatMap((column) =>
    ['0', '-4'].map(
      (value): BrokenFile => [
        `${value} as ${column}`,
        'csv',
        one(2, column, value),
        cell(2, column),
        'FIELD_INVALID',
        new RegExp(`“${column}” has to be greater than 0, not ${value}`),
      ],
    ),
  ),
  ...counts.flatMap((column) =>
    ['0', '1.5', '99999'].map(
      (value): BrokenFile => [
        `${value} as ${column}`,
        'csv',
        one(4, column, value),
        cell(4, column),
        'FIELD_INVALID',
        new RegExp(`“${column}” has to be a whole number from 1 to \\d+, not “${value}”`),
      ],
    ),
  ),
  ...required.flatMap((column): BrokenFile[] => [
    [
      `a row without ${column}`,
      'csv',
      one(4, column, ''),
      cell(4, column),
      'FIELD_MISSING',
      new RegExp(`“${column}” is missing`),
    ],
    [
      `no column ${column}`,
      'csv',
      csv((rows) => put(rows, 1, column, 'zone')),
      cell(1, column),
      'FIELD_MISSING',
      new RegExp(`There is no column “${column}”`),
    ],
  ]),
  ...['effective_from', 'effective_to'].flatMap((column): BrokenFile[] => [
    [
      `a word as ${column}`,
      'csv',
      one(2, column, 'soon'),
      cell(2, column),
      'FIELD_INVALID',
      /a date such as 2026-11-23, not “soon”/,
    ],
    [
      `a day that is none as ${column}`,
      'csv',
      one(3, column, '2026-02-30'),
      cell(3, column),
      'FIELD_INVALID',
      /2026-02-30/,
    ],
    [
      `another ${column} in a later row`,
      'csv',
      one(4, column, '2026-12-01'),
      cell(4, column),
      'ROWS_DISAGREE',
      /line 2 says otherwise/,
    ],
  ]),
  ...['bay_w_cm', 'bay_h_cm'].map(
    (column): BrokenFile => [
      `another ${column} in a later row`,
      'csv',
      one(4, column, '101'),
      cell(4, column),
      'ROWS_DISAGREE',
      /but line 2 says otherwise/,
    ],
  ),
  ...['shelf_x_cm', 'shelf_y_cm', 'shelf_w_cm', 'shelf_h_cm'].map(
    (column): BrokenFile => [
      `another ${column} for the same shelf`,
      'csv',
      one(3, column, '17'),
      cell(3, column),
      'ROWS_DISAGREE',
      /but line 2 says otherwise/,
    ],
  ),
  ...(
    [
      ['name', 'Pear rings'],
      ['brand', 'Meadow'],
      ['category', 'Fruit'],
      ['product_w_cm', '11'],
      ['product_h_cm', '21'],
      ['product_d_cm', '6'],
    ] as const
  ).map(
    ([column, value]): BrokenFile => [
      `a product with another ${column} further down`,
      'csv',
      csv((rows) => {
        put(rows, 4, 'sku', 'A');
        put(rows, 4, 'name', 'Apple rings');
        put(rows, 4, column, value);
      }),
      cell(4, column),
      'ROWS_DISAGREE',
      /for product “A”, but line 2 says otherwise/,
    ],
  ),
]);
