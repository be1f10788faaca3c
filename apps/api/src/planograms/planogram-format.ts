import type { PlanogramFileFormat } from '@gondola/pipeline/planogram';
import { builder } from '../graphql/builder.ts';

const names = {
  AZURE: { value: 'azure' },
  CSV: { value: 'csv' },
  GONDOLA: { value: 'gondola' },
  PSA: { value: 'psa' },
  PTS: { value: 'pts' },
} as const satisfies Record<Uppercase<PlanogramFileFormat>, { value: PlanogramFileFormat }>;

export const PlanogramFormatEnum = builder.enumType('PlanogramFormat', { values: names });
