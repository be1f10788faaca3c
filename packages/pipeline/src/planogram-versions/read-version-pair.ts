import { type Database, planogramVersion } from '@gondola/db';
import { readPlanogram } from '@gondola/pipeline/planogram-versions';
import { inArray } from 'drizzle-orm';

/** Two versions as planograms, to compare; null when one of them is not there. */
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
