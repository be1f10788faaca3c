import { Readable } from 'node:stream';
import { CsvError, parse } from 'csv-parse';
import { decodeText } from '../../planogram/formats/text/decode-text.ts';
import { plainName } from './column.ts';

/** Cells of a file with the line on which they end. */
export interface CellRow {
  line: number;
  cells: string[];
}

/** Thrown for a file that ends in the middle of a cell or breaks the rules of separated values. */
export class RowUnreadable extends Error {
  readonly line: number;

  constructor(line: number) {
    super(`line ${line} cannot be read as separated values`);
    this.line = line;
  }
}

/** Characters parsed before other work of the process gets its turn. */
const sliceLength = 64 * 1024;

/** Reads the rows of separated values slice by slice, blank ones left out. Null: the bytes are no text. */
export function readCsvRows(
  content: string | Uint8Array,
  names: readonly string[],
): AsyncIterable<CellRow> | null {
  const decoding = decodeText(content, 'windows-1252');
  return 'problem' in decoding ? null : parseRows(decoding.decoded.text, names);
}

async function* parseRows(text: string, names: readonly string[]): AsyncGenerator<CellRow> {
  const parser = Readable.from(slices(text), { objectMode: false }).pipe(
    parse({
      delimiter: findSeparator(text, names),
      info: true,
      relax_column_count: true,
      skip_empty_lines: true,
    }),
  );
  try {
    for await (const { record, info } of parser as AsyncIterable<{
      record: string[];
      info: { lines: number };
    }>) {
      const cells = record.map(plainCell);
      if (cells.some((cell) => cell !== '')) yield { line: info.lines, cells };
    }
  } catch (error) {
    if (error instanceof CsvError) throw new RowUnreadable(Number(error.lines ?? 1));
    throw error;
  }
}

function* slices(text: string): Generator<string> {
  for (let start = 0; start < text.length; start += sliceLength) yield text.slice(start, start + sliceLength);
}

/** Returns the separator that yields the most known names in the first line. */
function findSeparator(text: string, names: readonly string[]): string {
  const known = new Set(names.map(plainName));
  const first =
    text
      .slice(0, 10_000)
      .split(/\r\n|\r|\n/)
      .find((line) => line.trim() !== '') ?? '';
  const score = (separator: string) =>
    first.split(separator).filter((cell) => known.has(plainName(cell))).length;
  return [',', ';', '\t'].reduce((best, next) => (score(next) > score(best) ? next : best));
}

/** Removes `="0123"`, with which spreadsheets retain zeros, and the apostrophe before a sign in exported files. */
const plainCell = (cell: string): string =>
  cell
    .trim()
    .replace(/^="(.*)"$/s, '$1')
    .replace(/^'(?=[=+\-@'\t])/, '');
