import { type Database, detectionSet } from '@gondola/db';
import { inArray, sql } from 'drizzle-orm';
import type { ReadCoveredRegion } from './covered-region.ts';

/** Reads the covered regions of detection sets; null where none were looked for. Leaves the detections in the database. */
export async function readCoveredRegions(
  db: Database,
  detectionSetIds: string[],
): Promise<{ id: string; regions: ReadCoveredRegion[] | null }[]> {
  const rows = await db
    .select({ id: detectionSet.id, covered: sql<unknown>`${detectionSet.realogram} -> 'covered'` })
    .from(detectionSet)
    .where(inArray(detectionSet.id, detectionSetIds));
  return rows.map(({ id, covered }) => ({
    id,
    regions: Array.isArray(covered) ? covered.flatMap(regionOf) : null,
  }));
}

function regionOf(value: unknown): ReadCoveredRegion[] {
  if (typeof value !== 'object' || value === null || !('outlines' in value)) return [];
  const { outlines } = value;
  return Array.isArray(outlines) ? [{ outlines: outlines.filter(isOutline) }] : [];
}

/** Three points at least, of numbers. */
const isOutline = (value: unknown): value is number[] =>
  Array.isArray(value) &&
  value.length >= 6 &&
  value.length % 2 === 0 &&
  value.every((share) => typeof share === 'number' && Number.isFinite(share));
