import { recognise } from './read-header.ts';

const separators = [',', ';', '\t'] as const;

/** Returns the separator that yields the maximum number of our columns in the first line. */
export function findSeparator(text: string): { separator: string; columns: number } {
  const first =
    text
      .slice(0, 10_000)
      .split(/\r\n|\r|\n/)
      .find((line) => line.trim() !== '') ?? '';
  const columns = (separator: string) =>
    first.split(separator).filter((cell) => recognise(cell.replace(/^\s*"|"\s*$/g, '')) !== null).length;
  return separators
    .map((separator) => ({ separator, columns: columns(separator) }))
    .reduce((best, next) => (next.columns > best.columns ? next : best));
}
