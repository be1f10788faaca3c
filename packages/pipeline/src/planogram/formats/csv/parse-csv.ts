import type { Parsed, ParseOptions } from '../planogram-format.ts';
import { parseCsvFile } from './parse-csv-file.ts';
import { readCsvFile } from './read-csv-file.ts';

/**
 * Reads our CSV: one row a position. Required are `planogram_code`, `bay`, `shelf` (1 = bottom), `position` (1 = left),
 * `gtin` or `sku`, and `h_facings`. Lengths are in centimetres (`x_cm`) unless the column's name ends with `_mm` or `_in`.
 * `x` and `y` count from the bay's top left, y down, unless the file proves that y counts from the floor. Order and places that
 * contradict each other are problems. Missing values are laid out in order and noted.
 */
export function parseCsv(content: string | Uint8Array, options: ParseOptions): Parsed {
  const read = readCsvFile(content, options);
  return 'problems' in read ? read : parseCsvFile(read.file, options);
}
