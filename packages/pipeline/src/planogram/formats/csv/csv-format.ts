import type { PlanogramFormat } from '../planogram-format.ts';
import { psaFirstLine } from '../psa/read-records.ts';
import { ptsFirstCell } from '../pts/read-pts-file.ts';
import { findSeparator } from './find-separator.ts';
import { parseCsv } from './parse-csv.ts';

/** Minimum of our columns in one of the first lines: fewer occur by chance in other texts. */
const minColumns = 3;

export const csvFormat: PlanogramFormat = {
  syntax: 'lines',
  sniff: (head) => {
    const text = head.text();
    const isOther = ['{', psaFirstLine].some((start) => text.startsWith(start));
    if (isOther || text.replace(/^"/, '').startsWith(ptsFirstCell)) return false;
    return findSeparator(text).columns >= minColumns;
  },
  parse: parseCsv,
};
