import { type Database, planogramVersion } from '@gondola/db';
import { inArray } from 'drizzle-orm';
import { readPlanogram } from './read-planogram.ts';

/** Reads two versions as planograms for comparison; null when one of them is unknown. */
export async function readVersionPair(
  db: Database,
  fromVersionId: string | null,
  toVersionId: string | null,
) {
  if (fromVersionId === null || toVersionId === null) return null;
  const ids = new Set([fromVersionId, toVersionId]);
  const known = await db.$count(planogramVersion, inArray(planogramVersion.id, [...ids]));
  if (known < ids.size) return null;
  const [from, to] = await Promise.all([readPlanogram(db, fromVersionId), readPlanogram(db, toVersionId)]);
  return { fromVersionId, toVersionId, from, to };
}
