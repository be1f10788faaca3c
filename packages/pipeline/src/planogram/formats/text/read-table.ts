import { CsvError, parse } from 'csv-parse/sync';
import { type Problem, writeCell } from '../problem.ts';
import { checkTableSize } from './check-table-size.ts';

export interface TableRow {
  /** Line in the file, from 1; the last line of a cell with line breaks. */
  line: number;
  cells: string[];
}

/** Reads rows of separated values after RFC 4180, with any separator; blank lines are skipped. */
export function readTable(text: string, separator: string): { rows: TableRow[] } | { problem: Problem } {
  const tooLarge = checkTableSize(text, separator);
  if (tooLarge !== null) return { problem: tooLarge };
  try {
    const parsed = parse(text, {
      delimiter: separator,
      info: true,
      relax_column_count: true,
      // An inch sign, or a name in marks, stands inside a value that is not quoted as a whole.
      relax_quotes: true,
      skip_empty_lines: true,
      // A tab may be the separator, so it is not trimmed.
      trim: separator !== '\t',
    }) as unknown as { record: string[]; info: { lines: number } }[];
    const rows = parsed.map(({ record, info }) => ({
      line: info.lines,
      cells: record.map((cell) => plain(cell.trim())),
    }));
    return { rows: rows.filter(({ cells }) => cells.some((cell) => cell !== '')) };
  } catch (error) {
    if (!(error instanceof CsvError)) throw error;
    const line = error.code === 'CSV_QUOTE_NOT_CLOSED' ? lastOpenedQuote(text) : Number(error.lines ?? 1);
    return { problem: { path: writeCell(line), code: 'ROW_INVALID', message: explain(error.code, line) } };
  }
}

/** Returns the line of the unclosed quotation mark, since the parser reports only the end of the file. */
function lastOpenedQuote(text: string): number {
  const lines = text.split('\n');
  let isOpen = false;
  let opened = 1;
  for (const [index, line] of lines.entries()) {
    const marks = line.split('"').length - 1;
    if (!isOpen && marks % 2 === 1) opened = index + 1;
    if (marks % 2 === 1) isOpen = !isOpen;
  }
  return opened;
}

function explain(code: string, line: number): string {
  if (code === 'CSV_QUOTE_NOT_CLOSED') return `The quotation mark opened in line ${line} is never closed.`;
  return `Line ${line} cannot be read as separated values.`;
}

/** Removes `="0123"`, with which spreadsheets retain zeros, and `'=x`, with which our export prevents execution of `=x`. */
function plain(cell: string): string {
  return /^="(.*)"$/s.exec(cell)?.[1] ?? cell.replace(/^'(?=[=+\-@'\t])/, '');
}
