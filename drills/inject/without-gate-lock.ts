/** Removes the version gate's lock on the bay's open assignment: an activation no longer waits for the gate. */
import { planogramAssignment, planogramVersion } from '@gondola/db';
import { and, eq, isNull } from 'drizzle-orm';
import { replaceExports } from './replace-exports.ts';

await replaceExports(() => import('../../packages/pipeline/src/stages/infer/claim-active-version.ts'), {
  claimActiveVersion: () => async (tx, bayId) => {
    const [active] = await tx
      .select({ id: planogramVersion.id, label: planogramVersion.label })
      .from(planogramAssignment)
      .innerJoin(planogramVersion, eq(planogramVersion.id, planogramAssignment.versionId))
      .where(and(eq(planogramAssignment.bayId, bayId), isNull(planogramAssignment.deactivatedAt)));
    return active;
  },
});
