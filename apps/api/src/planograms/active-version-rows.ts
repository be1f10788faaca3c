import { bay, type Database, planogramAssignment, planogramVersion } from '@gondola/db';
import { and, eq, inArray, isNull } from 'drizzle-orm';
import { inOrder } from '../graphql/paging/in-order.ts';

/** Reads the active version of each bay, in the order of the ids. */
export async function activeVersionsOf(db: Database, bayIds: string[]) {
  const rows = await db
    .select({ bayId: planogramAssignment.bayId, version: planogramVersion })
    .from(planogramAssignment)
    .innerJoin(planogramVersion, eq(planogramVersion.id, planogramAssignment.versionId))
    .where(and(inArray(planogramAssignment.bayId, bayIds), isNull(planogramAssignment.deactivatedAt)));
  return inOrder(
    bayIds,
    rows,
    ({ bayId }) => bayId,
    ({ version }) => version,
  );
}

/** Reads the bays that follow each version now, of one store or (null) of all. */
export const activeBaysOf = (db: Database, versionIds: string[], storeId: string | null) =>
  db
    .select({ versionId: planogramAssignment.versionId, bay })
    .from(planogramAssignment)
    .innerJoin(bay, eq(bay.id, planogramAssignment.bayId))
    .where(
      and(
        inArray(planogramAssignment.versionId, versionIds),
        isNull(planogramAssignment.deactivatedAt),
        storeId === null ? undefined : eq(bay.storeId, storeId),
      ),
    )
    .orderBy(bay.storeId, bay.aisle);
