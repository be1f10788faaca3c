import type { PlanogramFormat } from '../../generated/graphql.ts';

/** Formats of planogram files, as people who have such files call them. */
export const planogramFormatWords: Record<PlanogramFormat, string> = {
  CSV: 'CSV, one row a position',
  GONDOLA: 'Gondola JSON',
  PSA: 'Blue Yonder PSA (ProSpace)',
  AZURE: 'Azure planogram JSON',
  PTS: 'PTS (共通棚割情報)',
};

const shortWords: Record<string, string> = {
  csv: 'CSV',
  gondola: 'Gondola JSON',
  psa: 'PSA',
  azure: 'Azure JSON',
  pts: 'PTS',
};

/** The format that a version was imported from, in short. */
export const sourceFormatWord = (sourceFormat: string): string => shortWords[sourceFormat] ?? sourceFormat;
