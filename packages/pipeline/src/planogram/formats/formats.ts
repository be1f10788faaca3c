import { azureFormat } from './azure/azure-format.ts';
import { csvFormat } from './csv/csv-format.ts';
import { gondolaFormat } from './gondola/gondola-format.ts';
import type { PlanogramFileFormat, PlanogramFormat } from './planogram-format.ts';
import { psaFormat } from './psa/psa-format.ts';
import { ptsFormat } from './pts/pts-format.ts';

/** Every format that a planogram can be imported from. */
export const formats: Record<PlanogramFileFormat, PlanogramFormat> = {
  gondola: gondolaFormat,
  azure: azureFormat,
  psa: psaFormat,
  csv: csvFormat,
  pts: ptsFormat,
};
