import { type MappingEntry, type MappingProblem, saveMapping } from '@gondola/pipeline/planogram-versions';
import { type Person, personOf } from '../auth/viewer.ts';
import { builder } from '../builder.ts';
import type { ApiContext } from '../context.ts';
import { readVersionPair } from '../queries/read-version-pair.ts';
import { writeAudit } from '../queries/write-audit.ts';
import { uuidOf } from './node-id.ts';
import { UserError, type UserErrorShape } from './problem.ts';
import { versionUnknown } from './version-mapping.ts';
import { MappingKindEnum } from './vocabulary.ts';

interface Payload {
  saved: number;
  revoked: number;
  userErrors: UserErrorShape[];
}

const VersionMappingSavePayload = builder.objectRef<Payload>('VersionMappingSavePayload').implement({
  fields: (t) => ({
    saved: t.exposeInt('saved'),
    revoked: t.exposeInt('revoked', { description: 'Entries of the mapping that held before.' }),
    userErrors: t.expose('userErrors', { type: [UserError] }),
  }),
});

const VersionMappingEntryInput = builder.inputType('VersionMappingEntryInput', {
  fields: (t) => ({
    kind: t.field({ type: MappingKindEnum, required: true }),
    fromPositionId: t.string({ description: 'Null for NEW and ALIAS.' }),
    toPositionId: t.string({ description: 'Null for DELISTED and ALIAS.' }),
    fromProductId: t.id({ description: 'For ALIAS; otherwise the position says it.' }),
    toProductId: t.id({ description: 'For ALIAS; otherwise the position says it.' }),
    graceUntil: t.field({ type: 'DateTime', description: 'For ALIAS, which needs it.' }),
  }),
});

const VersionMappingSaveInput = builder.inputType('VersionMappingSaveInput', {
  fields: (t) => ({
    fromVersionId: t.id({ required: true }),
    toVersionId: t.id({ required: true }),
    entries: t.field({ type: [VersionMappingEntryInput], required: true }),
  }),
});
type Input = typeof VersionMappingSaveInput.$inferInput;

builder.mutationField('versionMappingSave', (t) =>
  t.field({
    type: VersionMappingSavePayload,
    description: 'Replaces the mapping from one version to another; no entries take it away.',
    authScopes: { may: 'versionMappingSave' },
    args: { input: t.arg({ type: VersionMappingSaveInput, required: true }) },
    resolve: (_root, { input }, context) => save(context, personOf(context.viewer), input),
  }),
);

async function save({ db }: ApiContext, person: Person, input: Input): Promise<Payload> {
  const pair = await readVersionPair(
    db,
    uuidOf('PlanogramVersion', input.fromVersionId),
    uuidOf('PlanogramVersion', input.toVersionId),
  );
  if (!pair) return refused([versionUnknown]);
  const { fromVersionId, toVersionId } = pair;
  if (fromVersionId === toVersionId)
    return refused([
      { code: 'VERSION_SAME', message: 'A version is not mapped to itself.', field: ['toVersionId'] },
    ]);
  const entries = input.entries.map(
    (entry): MappingEntry => ({
      kind: entry.kind,
      fromPositionId: entry.fromPositionId ?? null,
      toPositionId: entry.toPositionId ?? null,
      fromProductId: entry.fromProductId ? uuidOf('Product', entry.fromProductId) : null,
      toProductId: entry.toProductId ? uuidOf('Product', entry.toProductId) : null,
      graceUntil: entry.graceUntil ?? null,
    }),
  );
  return db.transaction(async (tx): Promise<Payload> => {
    const result = await saveMapping(tx, { fromVersionId, toVersionId, entries, actor: person.email });
    if ('problems' in result) return refused(result.problems.slice(0, mostProblems).map(toUserError));
    await writeAudit(tx, person, 'versionMappingSave', `planogram-version:${toVersionId}`, {
      fromVersionId,
      ...result,
    });
    return { ...result, userErrors: [] };
  });
}

/** A mapping that is wrong throughout needs no list of thousands. */
const mostProblems = 100;

const refused = (userErrors: UserErrorShape[]): Payload => ({ saved: 0, revoked: 0, userErrors });

/** `entries[3].kind` as GraphQL clients walk an input: entries, 3, kind. */
const toUserError = ({ path, code, message }: MappingProblem): UserErrorShape => ({
  code,
  message,
  field: path.split(/[[\].]+/),
});
