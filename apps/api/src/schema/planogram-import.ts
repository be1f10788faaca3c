import { createHash } from 'node:crypto';
import type { ProblemRow } from '@gondola/db';
import {
  guessFormat,
  type Parsed,
  type ParseOptions,
  type PlanogramFileFormat,
  parsePlanogram,
} from '@gondola/pipeline/planogram';
import { importVersion } from '@gondola/pipeline/planogram-versions';
import { type Person, personOf } from '../auth/viewer.ts';
import { builder } from '../builder.ts';
import type { ApiContext } from '../context.ts';
import { writeAudit } from '../queries/write-audit.ts';
import { PlanogramVersionNode } from './nodes.ts';
import { ProblemObject, UserError, type UserErrorShape } from './problem.ts';
import { findTextErrors } from './text-limits.ts';

interface Payload {
  versionId?: string;
  format?: PlanogramFileFormat;
  problems?: ProblemRow[];
  notes?: string[];
  userErrors?: UserErrorShape[];
}

const PlanogramFormat = builder.enumType('PlanogramFormat', {
  values: {
    AZURE: { value: 'azure' },
    CSV: { value: 'csv' },
    GONDOLA: { value: 'gondola' },
    PSA: { value: 'psa' },
    PTS: { value: 'pts' },
  } as const,
});

const PlanogramImportPayload = builder.objectRef<Payload>('PlanogramImportPayload').implement({
  fields: (t) => ({
    version: t.field({
      type: PlanogramVersionNode,
      nullable: true,
      resolve: ({ versionId }) => versionId ?? null,
    }),
    format: t.field({
      type: PlanogramFormat,
      nullable: true,
      description: 'What the file was read as. Null: it was not read.',
      resolve: ({ format }) => format ?? null,
    }),
    problems: t.field({ type: [ProblemObject], resolve: ({ problems }) => problems ?? [] }),
    notes: t.stringList({ resolve: ({ notes }) => notes ?? [] }),
    userErrors: t.field({ type: [UserError], resolve: ({ userErrors }) => userErrors ?? [] }),
  }),
});

const PlanogramImportInput = builder.inputType('PlanogramImportInput', {
  description: 'What is left out is taken from the file, as far as its format says it.',
  fields: (t) => ({
    format: t.field({
      type: PlanogramFormat,
      description: 'Left out, it is told by how the file begins.',
    }),
    content: t.string({ description: 'The file as text; or give contentBase64.' }),
    contentBase64: t.string({
      description: 'The file as it is. PSA, PTS and CSV are often not UTF-8: their own encoding is found.',
    }),
    planogram: t.string({
      description:
        'Which planogram of a file that holds several: its name or key (PSA), code or version (CSV).',
    }),
    unitMm: t.float({
      description:
        'Millimetres per unit of the file (AZURE, PSA); left out, the likeliest unit is taken and noted.',
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
    description: 'The same file under the same label is the same version; nothing is written twice.',
    authScopes: { may: 'planogramImport' },
    args: { input: t.arg({ type: PlanogramImportInput, required: true }) },
    resolve: (_root, { input }, context) => importPlanogram(context, personOf(context.viewer), input),
  }),
);

async function importPlanogram({ db }: ApiContext, person: Person, input: Input): Promise<Payload> {
  const file = readFile(input);
  if ('userErrors' in file) return file;
  const format = input.format ?? guessFormat(file.content);
  if (format === null) return formatUnknown;
  const parsed = parsePlanogram(format, file.content, file.options);
  if ('problems' in parsed) return { format, problems: parsed.problems };
  const { notes } = parsed;
  const identity = identify(input, parsed.suggested);
  if ('userErrors' in identity) return { ...identity, format, notes };
  const imported = await db.transaction(async (tx) => {
    const result = await importVersion(tx, {
      planogram: parsed.planogram,
      ...identity,
      sourceFormat: format,
      sourceSha256: createHash('sha256').update(file.content).digest('hex'),
      createdBy: person.email,
    });
    if ('versionId' in result && result.isNew)
      await writeAudit(tx, person, 'planogramImport', `planogram-version:${identity.label}`, {
        versionId: result.versionId,
        positions: parsed.planogram.positions.length,
      });
    return result;
  });
  if ('conflict' in imported)
    return {
      format,
      notes,
      userErrors: [{ code: imported.conflict, message: imported.message, field: ['label'] }],
    };
  return { format, notes, versionId: imported.versionId };
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

function readFile(
  input: Input,
): { content: string | Uint8Array; options: ParseOptions } | { userErrors: UserErrorShape[] } {
  const { content, contentBase64, planogram, unitMm } = input;
  const refuse = (code: string, message: string, field: string) => ({
    userErrors: [{ code, message, field: [field] }],
  });
  if ((content ?? null) === null && (contentBase64 ?? null) === null)
    return refuse('FIELD_MISSING', 'Give the file as content or contentBase64.', 'content');
  if ((content ?? null) !== null && (contentBase64 ?? null) !== null)
    return refuse('FIELD_REPEATED', 'Give content or contentBase64, not both.', 'contentBase64');
  if (unitMm !== null && unitMm !== undefined && !(unitMm > 0 && unitMm <= largestUnitMm))
    return refuse('FIELD_INVALID', `unitMm has to be more than 0 and at most ${largestUnitMm}.`, 'unitMm');
  const bytes = contentBase64 ? Buffer.from(contentBase64, 'base64') : null;
  if (bytes !== null && bytes.toString('base64').replace(/=+$/, '') !== stripped(contentBase64))
    return refuse('FIELD_INVALID', 'contentBase64 is not base64.', 'contentBase64');
  const options = { ...(planogram ? { planogram } : {}), ...(unitMm ? { unitMm } : {}) };
  return { content: bytes ?? content ?? '', options };
}

/** A metre: no drawing is coarser. */
const largestUnitMm = 1_000;
const stripped = (base64: string | null | undefined) => (base64 ?? '').replace(/\s|=+\s*$/g, '');

interface Identity {
  label: string;
  code: string;
  name: string;
  catalog: string;
  effectiveFrom: Date | null;
  effectiveTo: Date | null;
}

/** The import's own words before the file's; a label names the planogram too when nothing else does. */
function identify(
  input: Input,
  suggested: Extract<Parsed, { suggested: unknown }>['suggested'],
): Identity | { userErrors: UserErrorShape[] } {
  const label = input.label ?? suggested.label;
  if (label === undefined)
    return {
      userErrors: [
        {
          code: 'FIELD_MISSING',
          message: 'The file does not say its version: give a label.',
          field: ['label'],
        },
      ],
    };
  const code = input.code ?? suggested.code ?? label;
  const name = input.name ?? suggested.name ?? code;
  const catalog = input.catalog ?? suggested.catalog ?? 'default';
  const effectiveFrom = input.effectiveFrom ?? dateOf(suggested.effectiveFrom);
  const effectiveTo = input.effectiveTo ?? dateOf(suggested.effectiveTo);
  const userErrors = findTextErrors({
    label: { value: label, limit: 'label' },
    code: { value: code, limit: 'label' },
    name: { value: name, limit: 'name' },
    catalog: { value: catalog, limit: 'catalog' },
  });
  if (effectiveFrom !== null && effectiveTo !== null && effectiveTo <= effectiveFrom)
    userErrors.push({
      code: 'PERIOD_EMPTY',
      message: 'effectiveTo is not after effectiveFrom.',
      field: ['effectiveTo'],
    });
  return userErrors.length > 0 ? { userErrors } : { label, code, name, catalog, effectiveFrom, effectiveTo };
}

const dateOf = (iso: string | undefined): Date | null => (iso === undefined ? null : new Date(iso));
