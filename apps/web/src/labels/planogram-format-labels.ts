import type { PlanogramFormat } from '../generated/graphql.ts';

/** Formats of planogram files, as their users name them. */
export const planogramFormatLabels: Record<PlanogramFormat, string> = {
  CSV: 'CSV, one row per position',
  GONDOLA: 'Gondola JSON',
  PSA: 'Blue Yonder PSA (ProSpace)',
  AZURE: 'Azure planogram JSON',
  PTS: 'PTS (共通棚割情報)',
};

const shortLabels: Record<PlanogramFormat, string> = {
  CSV: 'CSV',
  GONDOLA: 'Gondola JSON',
  PSA: 'PSA',
  AZURE: 'Azure JSON',
  PTS: 'PTS',
};

/** Returns the short label of the format that a version was imported from. */
export const sourceFormatLabel = (sourceFormat: PlanogramFormat): string => shortLabels[sourceFormat];
