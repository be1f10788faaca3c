import type { ReprocessMode, VersionChoice } from '@gondola/db';
import type { BatchPlan, BatchScope, VersionProblem } from '@gondola/pipeline/batches';
import { CaptureFilterInput } from '../captures/capture-queries.ts';
import { builder } from '../graphql/builder.ts';
import type { UserErrorShape } from '../graphql/errors/problem.ts';
import { uuidOf } from '../ids/node-id.ts';

const DriftGroupScopeInput = builder.inputType('DriftGroupScopeInput', {
  fields: (t) => ({ bayId: t.id({ required: true }), taggedVersion: t.string({ required: true }) }),
});

const SilentDriftScopeInput = builder.inputType('SilentDriftScopeInput', {
  fields: (t) => ({
    bayId: t.id({ required: true }),
    pinnedVersionId: t.id({ required: true }),
    betterVersionId: t.id({ required: true }),
  }),
});

export const ReprocessScopeInput = builder.inputType('ReprocessScopeInput', {
  description: 'The captures of a batch. Give exactly one of the fields.',
  fields: (t) => ({
    captureIds: t.idList({ description: 'The ids of 1 to 10,000 captures; use `filter` for more.' }),
    filter: t.field({
      type: CaptureFilterInput,
      description: 'All captures that match when the batch is started.',
    }),
    driftGroup: t.field({ type: DriftGroupScopeInput }),
    silentDrift: t.field({ type: SilentDriftScopeInput }),
  }),
});
type ScopeInput = typeof ReprocessScopeInput.$inferInput;

const maxCaptureIds = 10_000;

/** Converts the scope to the pipeline's form, or returns what is wrong with it. */
export function readScope(input: ScopeInput): { scope: BatchScope } | { error: UserErrorShape } {
  const wrong = (message: string, ...field: string[]) => ({
    error: { code: 'SCOPE_INVALID', message, field: ['scope', ...field] },
  });
  const given = Object.entries(input).filter(([, value]) => value != null);
  if (given.length !== 1) return wrong('Give exactly one of captureIds, filter, driftGroup and silentDrift.');
  const { captureIds, filter, driftGroup, silentDrift } = input;
  if (filter) return { scope: { kind: 'FILTER', filter } };
  if (captureIds) {
    const ids = captureIds.map((id) => uuidOf('Capture', id));
    const known = ids.filter((id) => id !== null);
    if (known.length < ids.length) return wrong('One of the ids is not that of a capture.', 'captureIds');
    if (known.length === 0 || known.length > maxCaptureIds)
      return wrong(`Give 1 to ${maxCaptureIds} captures.`, 'captureIds');
    return { scope: { kind: 'CAPTURES', captureIds: [...new Set(known)] } };
  }
  if (driftGroup) {
    const bayId = uuidOf('Bay', driftGroup.bayId);
    return bayId === null
      ? wrong('There is no bay of this id.', 'driftGroup', 'bayId')
      : { scope: { kind: 'DRIFT_GROUP', bayId, taggedVersion: driftGroup.taggedVersion } };
  }
  const bayId = uuidOf('Bay', silentDrift?.bayId ?? '');
  const pinnedVersionId = uuidOf('PlanogramVersion', silentDrift?.pinnedVersionId ?? '');
  const betterVersionId = uuidOf('PlanogramVersion', silentDrift?.betterVersionId ?? '');
  if (bayId === null || pinnedVersionId === null || betterVersionId === null)
    return wrong('There is no such bay or planogram version.', 'silentDrift');
  return { scope: { kind: 'SILENT_DRIFT', bayId, pinnedVersionId, betterVersionId } };
}

interface PlanInput {
  scope: ScopeInput;
  mode: ReprocessMode;
  versionChoice: VersionChoice;
  version?: string | null | undefined;
}

/** Returns the requested batch or dry run, or what is wrong with the input. */
export function readPlan(
  input: PlanInput,
): { plan: Omit<BatchPlan, 'versionId'> & { version: string | null } } | { error: UserErrorShape } {
  const read = readScope(input.scope);
  if ('error' in read) return read;
  const { mode, versionChoice, version } = input;
  if ((versionChoice === 'GIVEN') !== (version != null))
    return {
      error: {
        code: 'VERSION_NEEDED',
        message: 'Name a planogram version with the choice GIVEN, and only with it.',
        field: ['version'],
      },
    };
  return { plan: { scope: read.scope, mode, versionChoice, version: version ?? null } };
}

export const versionUnknown = ({ problem, version }: VersionProblem): UserErrorShape => ({
  code: problem,
  message: `There is no planogram version "${version}".`,
  field: ['version'],
});
