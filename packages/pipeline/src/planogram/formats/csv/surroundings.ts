import type { TableRow } from '../text/read-table.ts';
import type { CsvColumn } from './columns.ts';
import { squeeze } from './squeeze.ts';

/** Returns the cell of a column in a row, empty when the row or the file lacks it. */
export type CellOf = (row: TableRow, column: CsvColumn) => string;

const sums = new Set(
  [
    'Total',
    'Totals',
    'Grand total',
    'Subtotal',
    'Sum',
    'Summe',
    'Gesamt',
    'Gesamtsumme',
    'Zwischensumme',
    'Suma',
    'Razem',
    'Ogółem',
    'Total general',
    'Total geral',
    'Soma',
    'Total général',
    'Somme',
    'Totale',
    'Somma',
    'Totaal',
    'Итого',
    'Всего',
    'Сумма',
    '合計',
    '総計',
    '小計',
    '計',
  ].map(squeeze),
);

/** Cells of which a planned row has at least one: without them a row is a sum, a footer or the title of a block. */
const planning: readonly CsvColumn[] = ['position', 'gtin', 'sku'];
/** Cells that the title of a block gives to the rows below. */
const block: readonly CsvColumn[] = ['bay', 'shelf'];

export const leftOutKinds = ['sum', 'header', 'block title', 'footer'] as const;
export type RowKind = 'planned' | (typeof leftOutKinds)[number];

/** Tells a row that plans something from those that a spreadsheet has around and between them. */
export function kindOfRow(row: TableRow, header: TableRow, cellOf: CellOf): RowKind {
  const has = (column: CsvColumn) => cellOf(row, column) !== '';
  const isHeader = header.cells.every((cell, i) => cell === (row.cells[i] ?? ''));
  if (isHeader) return 'header';
  if (isSum(row, cellOf)) return 'sum';
  if (planning.some(has)) return 'planned';
  if (has('h_facings') || has('name')) return 'planned';
  return block.some(has) ? 'block title' : 'footer';
}

function isSum(row: TableRow, cellOf: CellOf): boolean {
  if (cellOf(row, 'position') !== '' || cellOf(row, 'gtin') !== '') return false;
  const sku = cellOf(row, 'sku');
  return (sku === '' || sums.has(squeeze(sku))) && row.cells.some((cell) => sums.has(squeeze(cell)));
}

/** Returns the note on rows of one kind that are left out; null without any. */
export function noteLeftOut(kind: (typeof leftOutKinds)[number], rows: readonly TableRow[]): string | null {
  const [first, ...others] = rows;
  if (first === undefined) return null;
  const text = first.cells.find((cell) => cell !== '') ?? '';
  const lines = `Line ${first.line} (“${text.slice(0, 40)}”)${others.length === 0 ? '' : ` and ${others.length} more`}`;
  const one = others.length === 0;
  const what = {
    sum: one ? 'is a sum' : 'are sums',
    header: one ? 'repeats the header' : 'repeat the header',
    'block title': one ? 'is the title of the rows below it' : 'are titles of the rows below them',
    footer: one ? 'plans nothing' : 'plan nothing',
  }[kind];
  return `${lines} ${what}: left out.`;
}
