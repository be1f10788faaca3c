import { type Database, detectionSet } from '@gondola/db';
import { inArray } from 'drizzle-orm';

/** Reads how the planogram was placed in the photo, by detection set. */
export const readPlacements = (db: Database, detectionSetIds: string[]) =>
  db
    .select({
      detectionSetId: detectionSet.id,
      problem: detectionSet.placementProblem,
      likelyBayId: detectionSet.likelyBayId,
    })
    .from(detectionSet)
    .where(inArray(detectionSet.id, detectionSetIds));
