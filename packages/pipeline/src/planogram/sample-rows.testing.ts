import { type PsaTag, psaColumns } from './formats/psa/columns.ts';

/** Small valid files of the formats of rows, which tests change: the first index is the line less one. */
export type Rows = string[][];

/** One planogram on two shelves: two positions on the lower, one on the upper. */
export const sampleCsv = (): Rows => [
  [
    'planogram_code',
    'version',
    'effective_from',
    'effective_to',
    'bay',
    'shelf',
    'position',
    'gtin',
    'sku',
    'name',
    'h_facings',
    'v_facings',
    'x_cm',
    'y_cm',
    'w_cm',
    'h_cm',
    'product_w_cm',
    'product_h_cm',
    'brand',
    'category',
    'position_id',
    'd_facings',
    'orientation',
    'product_d_cm',
    'bay_w_cm',
    'bay_h_cm',
    'shelf_x_cm',
    'shelf_y_cm',
    'shelf_w_cm',
    'shelf_h_cm',
  ],
  csvRow('1', '1', '4006381333931', 'A', 'Apple rings', '2', ['0', '70', '20', '20'], 'p1', '90'),
  csvRow('1', '2', '96385074', 'B', 'Beet crisps', '1', ['21', '70', '10', '20'], 'p2', '90'),
  csvRow('2', '1', '', 'C', 'Corn puffs', '1', ['50', '25', '10', '20'], 'p3', '45'),
];

function csvRow(
  shelf: string,
  position: string,
  gtin: string,
  sku: string,
  name: string,
  facings: string,
  block: string[],
  id: string,
  shelfY: string,
): string[] {
  const identity = ['snacks', 'snacks-2026-47', '2026-11-23', '2026-12-24', '1', shelf, position];
  const product = [
    gtin,
    sku,
    name,
    facings,
    '1',
    ...block,
    '10',
    '20',
    'Orchard',
    'Crisps',
    id,
    '1',
    'front',
    '5',
  ];
  return [...identity, ...product, '100', '100', '0', shelfY, '100', '3'];
}

/** Writes rows as a file with any separator. */
export const writeCsv = (rows: Rows, separator = ','): string =>
  rows.map((row) => row.map(quoted(separator)).join(separator)).join('\r\n');

const quoted = (separator: string) => (cell: string) =>
  cell.includes(separator) || cell.includes('"') ? `"${cell.replaceAll('"', '""')}"` : cell;

/** Returns a record from the names of its fields. */
export function psaRecord<Tag extends PsaTag>(tag: Tag, fields: Record<string, string | number>): string[] {
  const columns = psaColumns[tag] as Record<string, readonly [number, string]>;
  const cells: string[] = [tag];
  for (const [field, value] of Object.entries(fields)) cells[columns[field]?.[0] ?? 0] = String(value);
  return Array.from(cells, (cell) => cell ?? '');
}

/** Centimetres: a bay of 100 by 180 with a shelf at 10 and one at 60, three products, four positions. */
export const samplePsa = (): Rows => [
  ['PROSPACE SCHEMATIC FILE'],
  ['; Version 2018.1.0'],
  ['; Codepage=1252'],
  ['Project', 'Snacks'],
  psaRecord('Product', {
    upc: '4006381333931',
    id: 'A',
    name: 'Apple rings',
    width: 10,
    height: 20,
    depth: 5,
    brand: 'Orchard',
  }),
  psaRecord('Product', { upc: '01234567890', id: 'B', name: 'Beet crisps', width: 12, height: 18, depth: 6 }),
  psaRecord('Product', { upc: '', id: 'C', name: 'Corn puffs', width: 9, height: 22, depth: 7 }),
  psaRecord('Planogram', {
    name: 'Snacks',
    key: 1,
    width: 100,
    height: 180,
    effective: '2026-11-23',
    finished: '2026-12-24',
    id: 'SN',
  }),
  psaRecord('Segment', { name: '', key: 1, width: 100, offsetX: 0 }),
  psaRecord('Fixture', { type: 0, name: 'lower', key: 11, x: 0, width: 100, y: 7, height: 3 }),
  psaRecord('Position', {
    upc: '4006381333931',
    id: 'A',
    key: 101,
    x: 0,
    width: 20,
    y: 10,
    height: 20,
    hFacings: 2,
    vFacings: 1,
    dFacings: 3,
    orientation: 0,
  }),
  psaRecord('Position', {
    upc: '01234567890',
    id: 'B',
    key: 102,
    x: 21,
    width: 12,
    y: 10,
    height: 36,
    hFacings: 1,
    vFacings: 2,
    dFacings: 1,
    orientation: 0,
  }),
  psaRecord('Fixture', { type: 0, name: 'upper', key: 12, x: 0, width: 100, y: 57, height: 3 }),
  psaRecord('Position', {
    upc: '',
    id: 'C',
    key: 103,
    x: 50,
    width: 9,
    y: 60,
    height: 22,
    hFacings: 1,
    vFacings: 1,
    dFacings: 1,
    orientation: 0,
  }),
  psaRecord('Position', {
    upc: '4006381333931',
    id: 'A',
    key: 104,
    x: 10,
    width: 5,
    y: 60,
    height: 20,
    hFacings: 1,
    vFacings: 1,
    dFacings: 1,
    orientation: 2,
  }),
];

export const writePsa = (rows: Rows): string =>
  `${rows.map((row) => (row[0]?.startsWith(';') ? row.join(',') : row.map(escaped).join(','))).join('\r\n')}\r\n`;

const escapes: Record<string, string> = { '\t': 't', '\r': 'r', '\n': 'n' };
const escaped = (cell: string) => cell.replace(/[\\,"\t\r\n]/g, (char) => `\\${escapes[char] ?? char}`);

export const samplePtsV1 = (): Rows => [
  ['共通棚割情報', 'V1.0', 'IC'],
  ['スナック'],
  [
    '棚台番号',
    '棚段番号',
    '棚位置',
    '商品コード',
    'フェース数',
    'フェース面',
    'フェース回転',
    '積上数',
    '陳列種別',
  ],
  ['1', '1', '1', '4901234567894', '2', '1', '0', '1', '0'],
  ['1', '1', '2', '4912345678904', '1', '1', '0', '2', '0'],
  ['1', '2', '1', 'X-77', '3', '2', '1', '1', '0'],
];

export const samplePtsV2 = (): Rows => [
  ['共通棚割情報', 'V2.0', 'IC'],
  ['スナック'],
  ['台番号', '台高さ', '台幅', '台奥行', '台名称'],
  ['1', '1800', '900', '450', ''],
  ['台番号', '棚段番号', '棚高さ', '棚幅', '棚奥行', '棚厚さ', '棚種別'],
  ['1', '1', '200', '900', '450', '30', '0'],
  ['1', '2', '700', '880', '450', '25', '0'],
  [
    '台番号',
    '棚段番号',
    '棚位置',
    '商品コード',
    'フェース数',
    'フェース面',
    'フェース回転',
    '積上数',
    '陳列種別',
    '在庫数',
  ],
  ['1', '1', '1', '4901234567894', '2', '1', '0', '1', '0', '12'],
  ['1', '1', '2', '4912345678904', '1', '1', '0', '2', '0', '6'],
  ['1', '2', '1', 'X-77', '3', '2', '1', '1', '0', '9'],
];

export const writePts = (rows: Rows): string => `${rows.map((row) => row.join(',')).join('\r\n')}\r\n`;
