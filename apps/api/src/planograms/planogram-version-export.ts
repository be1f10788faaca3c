import { exportPlanogram, exportPlanogramCsv } from '@gondola/pipeline/planogram';
import { builder } from '../graphql/builder.ts';
import { PlanogramVersionNode } from '../graphql/nodes/nodes.ts';
import { readWholeVersion } from './planogram-version-rows.ts';

const writers = { GONDOLA: exportPlanogram, CSV: exportPlanogramCsv };

const PlanogramExportFormat = builder.enumType('PlanogramExportFormat', {
  description: 'The format of an exported planogram file.',
  values: ['GONDOLA', 'CSV'] as const,
});

builder.objectField(PlanogramVersionNode, 'export', (t) =>
  t.string({
    description: 'The version as the text of a file. `planogramImport` reads the same version from it.',
    authScopes: { may: 'planogramList' },
    args: { format: t.arg({ type: PlanogramExportFormat, required: true }) },
    resolve: async (version, { format }, { db }) => {
      const { content, identity } = await readWholeVersion(db, version);
      return writers[format](content, identity);
    },
  }),
);
