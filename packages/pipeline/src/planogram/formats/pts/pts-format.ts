import type { PlanogramFormat } from '../planogram-format.ts';
import { parsePts } from './parse-pts.ts';
import { ptsFirstCell } from './read-pts-file.ts';

export const ptsFormat: PlanogramFormat = {
  syntax: 'lines',
  sniff: (head) => head.text('shift_jis').replace(/^"/, '').startsWith(ptsFirstCell),
  parse: parsePts,
};
