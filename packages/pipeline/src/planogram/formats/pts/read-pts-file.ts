import { type Problem, wholeFile, writeCell } from '../problem.ts';
import { checkText } from '../text/check-text.ts';
import { decodeText } from '../text/decode-text.ts';
import { readTable, type TableRow } from '../text/read-table.ts';
import { RowReader } from '../text/row-reader.ts';
import { needed, type PtsColumn, type PtsSection, ptsSections, sectionOf } from './sections.ts';

export const ptsFirstCell = '共通棚割情報';

export type PtsReader<Section extends PtsSection> = RowReader<PtsColumn<Section>>;

export interface PtsFile {
  version: 1 | 2;
  /** Name of the plan. */
  comment: string | null;
  tables: { [Section in PtsSection]: PtsReader<Section>[] };
  problems: Problem[];
}

/** Reads the tables of a PTS file, found by their headers. */
export function readPtsFile(content: string | Uint8Array): { file: PtsFile } | { problems: Problem[] } {
  const decoding = decodeText(content, 'shift_jis');
  if ('problem' in decoding) return { problems: [decoding.problem] };
  const { text } = decoding.decoded;
  const unreadable = checkText(text, Buffer.byteLength(content));
  if (unreadable !== null) return { problems: [unreadable] };
  const table = readTable(text, ',');
  if ('problem' in table) return { problems: [table.problem] };
  const rows = table.rows.map(({ line, cells }) => ({
    line,
    cells: cells.map((cell) => cell.normalize('NFKC')),
  }));
  const [head, ...body] = rows;
  const version = readVersion(head);
  if ('problem' in version) return { problems: [version.problem] };

  const file: PtsFile = {
    ...version,
    comment: null,
    tables: { bays: [], shelves: [], placements: [] },
    problems: [],
  };
  let current: Table | null = null;
  for (const row of body) {
    const section = sectionOf(row.cells);
    if (section !== null) {
      current = openTable(section, row, file.problems);
    } else if (current === null) file.comment ??= row.cells.find((cell) => cell !== '') ?? null;
    else addRow(file, current, row);
  }
  const wanted: PtsSection[] = version.version === 2 ? ['bays', 'shelves', 'placements'] : ['placements'];
  for (const section of wanted) {
    if (file.tables[section].length > 0 || file.problems.length > 0) continue;
    const [first = section] = Object.values(ptsSections[section]).map(([name]) => name);
    file.problems.push({
      path: wholeFile,
      code: section === 'placements' ? 'NOTHING_PLANNED' : 'FIELD_MISSING',
      message: `The file has no rows of ${section} (a table that begins with “${first}”).`,
    });
  }
  return file.problems.length > 0 ? { problems: file.problems } : { file };
}

function readVersion(head: TableRow | undefined): { version: 1 | 2 } | { problem: Problem } {
  const line = head?.line ?? 1;
  if (head?.cells[0] !== ptsFirstCell) {
    return {
      problem: {
        path: writeCell(line),
        code: 'FORMAT_UNKNOWN',
        message: `A PTS file begins with “${ptsFirstCell}”, this one with “${(head?.cells[0] ?? '').slice(0, 40)}”.`,
      },
    };
  }
  const written = head.cells[1] ?? '';
  const version = /^V?\s*(\d)(\.\d+)?$/i.exec(written)?.[1];
  if (version === '1' || version === '2') return { version: version === '1' ? 1 : 2 };
  return {
    problem: {
      path: writeCell(line),
      code: 'VERSION_UNSUPPORTED',
      message: `PTS “${written}” cannot be read${version === '3' ? ', as it stacks and inserts products in ways that have no place in a plan of fronts' : ''}: export the plan as V2.0 or V1.0.`,
    },
  };
}

interface Table {
  section: PtsSection;
  /** Index of each column's cell, and its name in the file. */
  columns: Map<string, { index: number; name: string }>;
}

function openTable(section: PtsSection, { line, cells }: TableRow, problems: Problem[]): Table {
  const columns: Table['columns'] = new Map();
  for (const [column, names] of Object.entries(ptsSections[section])) {
    const index = cells.findIndex((cell) => (names as readonly string[]).includes(cell));
    if (index !== -1) columns.set(column, { index, name: cells[index] ?? '' });
    else if ((needed[section] as readonly string[]).includes(column)) {
      problems.push({
        path: writeCell(line, names[0]),
        code: 'FIELD_MISSING',
        message: `The table of ${section} has no column “${names[0]}”.`,
      });
    }
  }
  return { section, columns };
}

function addRow(file: PtsFile, { section, columns }: Table, { line, cells }: TableRow): void {
  const values = Object.fromEntries([...columns].map(([column, { index }]) => [column, cells[index] ?? '']));
  const names = (column: string) => ({ name: columns.get(column)?.name ?? column });
  const reader = new RowReader<string>(line, values, names, file.problems);
  // The table's section and its columns come from the same entry of `ptsSections`.
  (file.tables[section] as RowReader<string>[]).push(reader);
}
