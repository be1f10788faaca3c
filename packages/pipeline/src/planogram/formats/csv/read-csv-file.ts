import type { ParseOptions } from '../planogram-format.ts';
import type { Problem } from '../problem.ts';
import { checkText } from '../text/check-text.ts';
import { decodeTable } from '../text/decode-table.ts';
import { readTable } from '../text/read-table.ts';
import { findSeparator } from './find-separator.ts';
import { type CsvFile, readRows } from './read-rows.ts';

/** Reads a CSV file's rows by planogram, without their values. */
export function readCsvFile(
  content: string | Uint8Array,
  options: ParseOptions,
): { file: CsvFile } | { problems: Problem[] } {
  const decoding = decodeTable(content, options.encoding);
  if ('problem' in decoding) return { problems: [decoding.problem] };
  const { text } = decoding.decoded;
  const unreadable = checkText(text, Buffer.byteLength(content));
  if (unreadable !== null) return { problems: [unreadable] };
  const { separator, text: lines } = findSeparator(text);
  const table = readTable(lines, separator);
  if ('problem' in table) return { problems: [table.problem] };
  return readRows(table.rows, options, decoding.notes);
}
