import { bay, type Database, planogramAssignment } from '@gondola/db';
import { aliasedTable, and, asc, eq, isNull, ne } from 'drizzle-orm';
import type { OtherBay } from './find-other-bay.ts';
import { readMaterial } from './read-material.ts';
import type { ShelfAtTime } from './read-reference-products.ts';

/** Each bay costs a second of tier 3, and only for photos that could not be placed. */
const maxOtherBays = 8;

/** Reads the other bays of the bay's store with their active planograms, by aisle. Bays of the same planogram look alike. */
export async function readOtherBays(db: Database, at: ShelfAtTime): Promise<OtherBay[]> {
  const own = aliasedTable(bay, 'own');
  const rows = await db
    .select({ bayId: bay.id, versionId: planogramAssignment.versionId })
    .from(own)
    .innerJoin(bay, and(eq(bay.storeId, own.storeId), ne(bay.id, own.id)))
    .innerJoin(
      planogramAssignment,
      and(eq(planogramAssignment.bayId, bay.id), isNull(planogramAssignment.deactivatedAt)),
    )
    .where(and(eq(own.id, at.bayId), ne(planogramAssignment.versionId, at.versionId)))
    .orderBy(asc(bay.aisle))
    .limit(maxOtherBays);
  return Promise.all(
    rows.map(async ({ bayId, versionId }) => ({
      bayId,
      ...(await readMaterial(db, { bayId, takenAt: at.takenAt, versionId })),
    })),
  );
}
