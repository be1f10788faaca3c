import type { PlanogramFormat } from '../planogram-format.ts';
import { findSeparator } from './find-separator.ts';
import { parseCsv } from './parse-csv.ts';

/** Minimum of our columns in the first line: fewer occur by chance in other texts. */
const minColumns = 3;

export const csvFormat: PlanogramFormat = {
  syntax: 'lines',
  sniff: (head) => {
    const text = head.text();
    return !text.startsWith('{') && findSeparator(text).columns >= minColumns;
  },
  parse: parseCsv,
};
