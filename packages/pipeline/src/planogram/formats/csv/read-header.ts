import { type Problem, writeCell } from '../problem.ts';
import type { TableRow } from '../text/read-table.ts';
import {
  aliases,
  type CsvColumn,
  csvColumns,
  isLength,
  officialName,
  requiredColumns,
  unitsMm,
} from './columns.ts';

export interface CsvHeader {
  columns: Map<CsvColumn, { index: number; name: string; unitMm: number }>;
  notes: string[];
  problems: Problem[];
}

/** Finds our columns in a header row, in any case, order and separators, also by common other names. */
export function readHeader({ line, cells }: TableRow): CsvHeader {
  const header: CsvHeader = { columns: new Map(), notes: [], problems: [] };
  const ignored: string[] = [];
  for (const [index, name] of cells.entries()) {
    const found = recognise(name);
    if (found === null) {
      if (name !== '') ignored.push(name);
      continue;
    }
    const before = header.columns.get(found.column);
    if (before !== undefined) {
      header.problems.push({
        path: writeCell(line, name),
        code: 'FIELD_REPEATED',
        message: `“${name}” has the same meaning as “${before.name}”; only one can be meant.`,
      });
      continue;
    }
    if (found.isGuess) header.notes.push(`The column “${name}” is read as “${officialName(found.column)}”.`);
    header.columns.set(found.column, { index, name, unitMm: found.unitMm });
  }
  if (ignored.length > 0) header.notes.push(`Columns that are not used: ${ignored.join(', ')}.`);
  const missing: string[] = requiredColumns.filter((column) => !header.columns.has(column)).map(officialName);
  if (!header.columns.has('gtin') && !header.columns.has('sku')) missing.push('sku');
  for (const name of missing) {
    header.problems.push({
      path: writeCell(line, name),
      code: 'FIELD_MISSING',
      message: `There is no column “${name}”${name === 'sku' ? ' and none “gtin”: one of them has to name the product' : ''}.`,
    });
  }
  return header;
}

interface Recognised {
  column: CsvColumn;
  unitMm: number;
  isGuess: boolean;
}

export function recognise(name: string): Recognised | null {
  const words = name
    .normalize('NFKD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .split(/[^a-z0-9]+/)
    .filter((word) => word !== '');
  const unitMm = unitsMm[words.at(-1) ?? ''];
  if (unitMm !== undefined && words.length > 1) {
    const length = find(words.slice(0, -1).join(''));
    if (length !== null && isLength(length.column)) return { ...length, unitMm };
  }
  const found = find(words.join(''));
  return found === null ? null : { ...found, unitMm: isLength(found.column) ? 10 : 1 };
}

/** Minimum length of names that are recognised with one wrong letter; shorter names are too similar. */
const forgivenLength = 6;

function find(squeezed: string): { column: CsvColumn; isGuess: boolean } | null {
  const exact = csvColumns.find((column) => column.replaceAll('_', '') === squeezed) ?? aliases[squeezed];
  if (exact !== undefined) return { column: exact, isGuess: false };
  if (squeezed.length < forgivenLength) return null;
  const near = csvColumns.filter((column) => isOneLetterOff(column.replaceAll('_', ''), squeezed));
  return near.length === 1 && near[0] !== undefined ? { column: near[0], isGuess: true } : null;
}

function isOneLetterOff(a: string, b: string): boolean {
  if (Math.abs(a.length - b.length) > 1) return false;
  let start = 0;
  while (start < a.length && a[start] === b[start]) start++;
  const [restA, restB] = [a.slice(start), b.slice(start)];
  return restA.slice(1) === restB.slice(1) || restA.slice(1) === restB || restA === restB.slice(1);
}
