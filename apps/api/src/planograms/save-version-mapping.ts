import {
  type MappingEntry,
  type MappingProblem,
  saveVersionMapping,
} from '@gondola/pipeline/planogram-versions';
import { actorOf } from '../auth/viewer.ts';
import type { ApiContext } from '../context.ts';
import { builder } from '../graphql/builder.ts';
import { UserError, type UserErrorShape } from '../graphql/errors/problem.ts';
import { MappingKindEnum } from '../graphql/vocabulary.ts';
import { uuidOf } from '../ids/node-id.ts';
import { versionUnknown } from './version-unknown.ts';

interface Payload {
  saved: number;
  revoked: number;
  userErrors: UserErrorShape[];
}

const VersionMappingSavePayload = builder.objectRef<Payload>('VersionMappingSavePayload').implement({
  fields: (t) => ({
    saved: t.exposeInt('saved'),
    revoked: t.exposeInt('revoked', {
      description: 'The number of entries of the earlier mapping, which no longer applies.',
    }),
    userErrors: t.expose('userErrors', { type: [UserError] }),
  }),
});

const VersionMappingEntryInput = builder.inputType('VersionMappingEntryInput', {
  fields: (t) => ({
    kind: t.field({ type: MappingKindEnum, required: true }),
    fromPositionId: t.string({ description: 'The position in the earlier version; null for NEW and ALIAS.' }),
    toPositionId: t.string({
      description: 'The position in the later version; null for DELISTED and ALIAS.',
    }),
    fromProductId: t.id({ description: 'The old product of an ALIAS; ignored for other kinds.' }),
    toProductId: t.id({ description: 'The new product of an ALIAS; ignored for other kinds.' }),
    graceUntil: t.field({
      type: 'DateTime',
      description: 'Until when the old product of an ALIAS counts as the new one; null for other kinds.',
    }),
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
    description: 'Replaces the mapping from one version to another.',
    authScopes: { may: 'versionMappingSave' },
    args: { input: t.arg({ type: VersionMappingSaveInput, required: true }) },
    resolve: (_root, { input }, context) => save(context, input),
  }),
);

async function save({ db, viewer }: ApiContext, input: Input): Promise<Payload> {
  const fromVersionId = uuidOf('PlanogramVersion', input.fromVersionId);
  const toVersionId = uuidOf('PlanogramVersion', input.toVersionId);
  if (fromVersionId === null || toVersionId === null) return refused([versionUnknown]);
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
  const result = await saveVersionMapping(db, actorOf(viewer), { fromVersionId, toVersionId, entries });
  if ('problem' in result) return refused([problems[result.problem]]);
  if ('problems' in result) return refused(result.problems.slice(0, maxProblems).map(toUserError));
  return { ...result, userErrors: [] };
}

const problems: Record<'VERSION_UNKNOWN' | 'VERSION_SAME', UserErrorShape> = {
  VERSION_UNKNOWN: versionUnknown,
  VERSION_SAME: {
    code: 'VERSION_SAME',
    message: 'A version is not mapped to itself.',
    field: ['toVersionId'],
  },
};

/** Limit of reported errors: a mapping that is wrong throughout needs no list of thousands. */
const maxProblems = 100;

const refused = (userErrors: UserErrorShape[]): Payload => ({ saved: 0, revoked: 0, userErrors });

/** Converts `entries[3].kind` to the path of GraphQL clients: entries, 3, kind. */
const toUserError = ({ path, code, message }: MappingProblem): UserErrorShape => ({
  code,
  message,
  field: path.split(/[[\].]+/),
});
