import { recognise } from './read-header.ts';

const separators = [',', ';', '\t'] as const;
/** Number of lines in which the header is sought. */
const searchedLines = 20;
/** A spreadsheet's own first line, which names the separator. */
const separatorLine = /^\s*"?sep=([^\r\n])"?[ \t;,]*(?=\r|\n|$)/i;

/**
 * Returns the separator of a text: the one that its `sep=` line names, else the one that yields the maximum number of our
 * columns in one of the first lines. `text` comes back with its `sep=` line empty, so that line numbers stay.
 */
export function findSeparator(text: string): { separator: string; columns: number; text: string } {
  const named = separatorLine.exec(text)?.[1];
  const lines = text
    .slice(0, 10_000)
    .split(/\r\n|\r|\n/)
    .filter((line) => line.trim() !== '')
    .slice(0, searchedLines);
  const columnsOf = (line: string, separator: string) =>
    line.split(separator).filter((cell) => recognise(cell.replace(/^\s*"|"\s*$/g, '')) !== null).length;
  const best = (named === undefined ? separators : [named])
    .map((separator) => ({
      separator,
      columns: Math.max(0, ...lines.map((line) => columnsOf(line, separator))),
    }))
    .reduce((best, next) => (next.columns > best.columns ? next : best));
  return { ...best, text: named === undefined ? text : text.replace(separatorLine, '') };
}
