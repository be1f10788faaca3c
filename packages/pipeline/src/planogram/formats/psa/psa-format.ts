import type { PlanogramFormat } from '../planogram-format.ts';
import { parsePsa } from './parse-psa.ts';
import { psaFirstLine } from './read-records.ts';

export const psaFormat: PlanogramFormat = {
  syntax: 'lines',
  sniff: (head) => head.text('windows-1252').startsWith(psaFirstLine),
  parse: parsePsa,
};
