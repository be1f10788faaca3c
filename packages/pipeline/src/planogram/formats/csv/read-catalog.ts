import type { CsvReader } from './read-rows.ts';

/** Reads the catalogue of a planogram's products; rows may leave it out but not disagree. */
export function readCatalog(rows: readonly CsvReader[]): string | null {
  let first: { catalog: string; line: number } | null = null;
  for (const row of rows) {
    const catalog = row.text('catalog');
    if (catalog === null) continue;
    first ??= { catalog, line: row.line };
    if (catalog !== first.catalog) {
      row.fault(
        'catalog',
        'ROWS_DISAGREE',
        `is “${catalog}”, but line ${first.line} says “${first.catalog}”`,
      );
    }
  }
  return first?.catalog ?? null;
}
