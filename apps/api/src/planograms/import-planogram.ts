import { createHash } from 'node:crypto';
import type { ProblemRow } from '@gondola/db';
import { guessFormat, type PlanogramFileFormat, parsePlanogram } from '@gondola/pipeline/planogram';
import { type ImportedVersion, importPlanogram } from '@gondola/pipeline/planogram-versions';
import { actorOf } from '../auth/viewer.ts';
import type { ApiContext } from '../context.ts';
import { builder } from '../graphql/builder.ts';
import { ProblemObject, UserError, type UserErrorShape } from '../graphql/errors/problem.ts';
import { PlanogramVersionNode } from '../graphql/nodes/nodes.ts';
import { PlanogramFormatEnum } from './planogram-format.ts';
import { identify, readFile } from './read-planogram-file.ts';

interface Payload {
  versionId?: string;
  format?: PlanogramFileFormat;
  problems?: ProblemRow[];
  notes?: string[];
  userErrors?: UserErrorShape[];
}

const PlanogramImportPayload = builder.objectRef<Payload>('PlanogramImportPayload').implement({
  fields: (t) => ({
    version: t.field({
      type: PlanogramVersionNode,
      nullable: true,
      resolve: ({ versionId }) => versionId ?? null,
    }),
    format: t.field({
      type: PlanogramFormatEnum,
      nullable: true,
      description: 'The format that the file was read as; null when it was not read.',
      resolve: ({ format }) => format ?? null,
    }),
    problems: t.field({ type: [ProblemObject], resolve: ({ problems }) => problems ?? [] }),
    notes: t.stringList({ resolve: ({ notes }) => notes ?? [] }),
    userErrors: t.field({ type: [UserError], resolve: ({ userErrors }) => userErrors ?? [] }),
  }),
});

const PlanogramImportInput = builder.inputType('PlanogramImportInput', {
  description:
    'A planogram file. Fields that are left out are taken from the file, as far as its format has them.',
  fields: (t) => ({
    format: t.field({
      type: PlanogramFormatEnum,
      description: 'The format of the file; when left out, the beginning of the file decides.',
    }),
    content: t.string({ description: 'The file as text. Give either this or `contentBase64`.' }),
    contentBase64: t.string({
      description:
        'The bytes of the file as base64. The encoding of PSA, PTS and CSV is detected, since they are often not UTF-8.',
    }),
    planogram: t.string({
      description:
        'The planogram to import from a file with several: its name or key (PSA), or its code or version (CSV).',
    }),
    unitMm: t.float({
      description:
        'How many millimetres one unit of the file has (AZURE, PSA), at most 1000. When left out, the likeliest unit is used and noted.',
    }),
    code: t.string(),
    label: t.string(),
    name: t.string(),
    catalog: t.string(),
    effectiveFrom: t.field({ type: 'DateTime' }),
    effectiveTo: t.field({ type: 'DateTime' }),
  }),
});
type Input = typeof PlanogramImportInput.$inferInput;

builder.mutationField('planogramImport', (t) =>
  t.field({
    type: PlanogramImportPayload,
    description:
      'Imports a planogram file as a new version. Importing the same file with the same label again changes nothing.',
    authScopes: { may: 'planogramImport' },
    args: { input: t.arg({ type: PlanogramImportInput, required: true }) },
    resolve: (_root, { input }, context) => importFile(context, input),
  }),
);

async function importFile({ db, viewer }: ApiContext, input: Input): Promise<Payload> {
  const file = readFile(input);
  if ('userErrors' in file) return file;
  const format = input.format ?? guessFormat(file.content);
  if (format === null) return formatUnknown;
  const parsed = parsePlanogram(format, file.content, file.options);
  if ('problems' in parsed) return { format, problems: parsed.problems };
  const { notes, planogram } = parsed;
  const identity = identify(input, parsed.suggested);
  if ('userErrors' in identity) return { ...identity, format, notes };
  const imported = await importPlanogram(db, actorOf(viewer), {
    planogram,
    ...identity,
    sourceFormat: format,
    sourceSha256: createHash('sha256').update(file.content).digest('hex'),
  });
  if ('versionId' in imported)
    return {
      format,
      notes: [...notes, ...noteCatalog(imported, identity.catalog)],
      versionId: imported.versionId,
    };
  const message = `There is another planogram version "${identity.label}" already; versions never change, so choose a new label.`;
  return { format, notes, userErrors: [{ code: imported.problem, message, field: ['label'] }] };
}

/** Returns the sentence on the catalogue that an import took, or moved the planogram to. */
function noteCatalog(imported: ImportedVersion, stated: string | null): string[] {
  if (!('catalog' in imported)) return [];
  const { catalog, catalogBefore } = imported;
  if (catalogBefore === null) return [];
  if (stated === null)
    return [
      `The file does not say its catalogue; its products are those of “${catalog}”, as in the planogram’s last version.`,
    ];
  if (stated === catalogBefore) return [];
  return [
    `The products are put in the catalogue “${stated}”; those of the planogram’s last version are in “${catalogBefore}”.`,
  ];
}

const formatUnknown: Payload = {
  userErrors: [
    {
      code: 'FORMAT_UNKNOWN',
      message: 'How the file begins does not tell its format: choose one.',
      field: ['format'],
    },
  ],
};
