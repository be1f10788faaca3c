import { type Database, planogramVersion, type ReprocessMode, type VersionChoice } from '@gondola/db';
import type { BatchPlan, BatchScope } from '@gondola/pipeline/reprocess';
import { eq } from 'drizzle-orm';
import { builder } from '../builder.ts';
import { CaptureFilterInput } from './captures.ts';
import { uuidOf } from './node-id.ts';
import type { UserErrorShape } from './problem.ts';

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
  description: 'Which captures: exactly one of its fields.',
  fields: (t) => ({
    captureIds: t.idList({ description: 'At most 10,000; use the filter for more.' }),
    filter: t.field({ type: CaptureFilterInput, description: 'All that match when the batch is made.' }),
    driftGroup: t.field({ type: DriftGroupScopeInput }),
    silentDrift: t.field({ type: SilentDriftScopeInput }),
  }),
});
type ScopeInput = typeof ReprocessScopeInput.$inferInput;

const mostCaptureIds = 10_000;

/** The scope in the pipeline's words, or what is wrong with it. */
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
    if (known.length === 0 || known.length > mostCaptureIds)
      return wrong(`Give 1 to ${mostCaptureIds} captures.`, 'captureIds');
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

/** What a batch or its dry run is asked to do, with the given version looked up by its label. */
export async function readPlan(
  db: Database,
  input: PlanInput,
): Promise<{ plan: BatchPlan } | { error: UserErrorShape }> {
  const read = readScope(input.scope);
  if ('error' in read) return read;
  const { mode, versionChoice, version } = input;
  const base = { scope: read.scope, mode, versionChoice };
  if ((versionChoice === 'GIVEN') !== (version != null))
    return {
      error: {
        code: 'VERSION_NEEDED',
        message: 'Name a planogram version with the choice GIVEN, and only with it.',
        field: ['version'],
      },
    };
  if (version == null) return { plan: { ...base, versionId: null } };
  const [row] = await db
    .select({ id: planogramVersion.id })
    .from(planogramVersion)
    .where(eq(planogramVersion.label, version));
  if (row) return { plan: { ...base, versionId: row.id } };
  const message = `There is no planogram version "${version}".`;
  return { error: { code: 'VERSION_UNKNOWN', message, field: ['version'] } };
}
