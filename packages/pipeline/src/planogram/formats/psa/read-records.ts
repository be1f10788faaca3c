import type { Suggested } from '../planogram-format.ts';
import { type Problem, wholeFile, writeCell } from '../problem.ts';
import { checkTableSize } from '../text/check-table-size.ts';
import { checkText } from '../text/check-text.ts';
import { RowReader } from '../text/row-reader.ts';
import { type PsaColumn, type PsaTag, psaColumns } from './columns.ts';
import { decodePsa } from './decode-psa.ts';
import { readIdentityComment } from './identity-comment.ts';
import { splitCells } from './split-cells.ts';

/** A record of a relevant kind; its fields are read with `readFields`. */
export interface PsaRecord<Tag extends PsaTag = PsaTag> {
  tag: Tag;
  line: number;
  cells: readonly string[];
}

export interface PsaFile {
  records: PsaRecord[];
  /** What a file of our own says in a comment. */
  identity: Suggested;
  notes: string[];
}

/** Comments about the file come right after its first line. */
const commentLines = 20;

export const psaFirstLine = 'PROSPACE SCHEMATIC FILE';

/** Reads the records of a ProSpace file in order; comments, blank lines and records of other kinds are skipped. */
export function readRecords(content: string | Uint8Array): { file: PsaFile } | { problem: Problem } {
  const decoding = decodePsa(content);
  if ('problem' in decoding) return decoding;
  const { text, notes } = decoding;
  const unreadable = checkText(text, Buffer.byteLength(content)) ?? checkTableSize(text, ',');
  if (unreadable !== null) return { problem: unreadable };
  const lines = text.split(/\r\n|\n|\r/);
  if (!lines[0]?.trimStart().startsWith(psaFirstLine)) {
    return {
      problem: {
        path: writeCell(1),
        code: 'FORMAT_UNKNOWN',
        message: `A ProSpace file begins with “${psaFirstLine}”, this one with “${(lines[0] ?? '').slice(0, 40)}”.`,
      },
    };
  }
  const records = lines.flatMap((line, index): PsaRecord[] => {
    if (index === 0 || line.trim() === '' || line.startsWith(';')) return [];
    const cells = splitCells(line);
    const tag = cells[0]?.trim() ?? '';
    return isTag(tag) ? [{ tag, line: index + 1, cells }] : [];
  });
  if (records.length === 0) {
    return {
      problem: { path: wholeFile, code: 'NOTHING_PLANNED', message: 'The file has a header and no records.' },
    };
  }
  return { file: { records, identity: readIdentityComment(lines.slice(1, commentLines)), notes } };
}

const isTag = (tag: string): tag is PsaTag => Object.hasOwn(psaColumns, tag);

export const isOf =
  <Tag extends PsaTag>(tag: Tag) =>
  (record: PsaRecord): record is PsaRecord<Tag> =>
    record.tag === tag;

/** Reads the fields of a record by name. Problems name the field and its cell, because the file has no header. */
export function readFields<Tag extends PsaTag>(
  { tag, line, cells }: PsaRecord<Tag>,
  problems: Problem[],
): RowReader<PsaColumn<Tag>> {
  const columns = psaColumns[tag] as Record<string, readonly [number, string]>;
  const values = Object.fromEntries(
    Object.entries(columns).map(([column, [index]]) => [column, cells[index] ?? '']),
  ) as Partial<Record<PsaColumn<Tag>, string>>;
  const names = (column: string) => {
    const [index, name] = columns[column] ?? [0, column];
    return { name, label: `“${name}” (cell ${index + 1} of the ${tag} record)` };
  };
  return new RowReader(line, values, names, problems);
}
