import {
  exportFile,
  exportFormats,
  type PlanogramExportFormat,
  type PlanogramTextFormat,
  textFormats,
} from '@gondola/pipeline/planogram';
import { builder } from '../graphql/builder.ts';
import { PlanogramVersionNode } from '../graphql/nodes/nodes.ts';
import { readWholeVersion } from './planogram-version-rows.ts';

const textNames = {
  GONDOLA: { value: 'gondola' },
  CSV: { value: 'csv' },
  PSA: { value: 'psa' },
  PTS: { value: 'pts' },
  AZURE: { value: 'azure' },
  SVG: { value: 'svg' },
} as const satisfies Record<Uppercase<PlanogramTextFormat>, { value: PlanogramTextFormat }>;

const fileNames = {
  ...textNames,
  XLSX: { value: 'xlsx' },
  PDF: { value: 'pdf' },
} as const satisfies Record<Uppercase<PlanogramExportFormat>, { value: PlanogramExportFormat }>;

const PlanogramExportFormatEnum = builder.enumType('PlanogramExportFormat', {
  description: 'The format of an exported planogram file that is text.',
  values: textNames,
});

const PlanogramExportFileFormat = builder.enumType('PlanogramExportFileFormat', {
  description: 'The format of an exported planogram file.',
  values: fileNames,
});

interface ExportedFile {
  name: string;
  mediaType: string;
  bytes: Uint8Array;
  losses: readonly string[];
}

const PlanogramExportFile = builder.objectRef<ExportedFile>('PlanogramExportFile').implement({
  fields: (t) => ({
    name: t.exposeString('name'),
    mediaType: t.exposeString('mediaType'),
    contentBase64: t.string({ resolve: ({ bytes }) => Buffer.from(bytes).toString('base64') }),
    losses: t.stringList({ resolve: ({ losses }) => [...losses] }),
  }),
});

builder.objectField(PlanogramVersionNode, 'exportFile', (t) =>
  t.field({
    type: PlanogramExportFile,
    description: 'The version as a file. `planogramImport` reads every format but drawings.',
    authScopes: { may: 'planogramList' },
    args: { format: t.arg({ type: PlanogramExportFileFormat, required: true }) },
    resolve: async (version, { format }, { db }) => {
      const { content, identity } = await readWholeVersion(db, version);
      const { fileEnding, mediaType, losses } = exportFormats[format];
      return {
        name: `${version.label}.${fileEnding}`,
        mediaType,
        bytes: await exportFile(format, content, identity),
        losses,
      };
    },
  }),
);

builder.objectField(PlanogramVersionNode, 'export', (t) =>
  t.string({
    description: 'The version as the text of a file. `planogramImport` reads every format but drawings.',
    authScopes: { may: 'planogramList' },
    args: { format: t.arg({ type: PlanogramExportFormatEnum, required: true }) },
    resolve: async (version, { format }, { db }) => {
      const { content, identity } = await readWholeVersion(db, version);
      return textFormats[format].write(content, identity);
    },
  }),
);
