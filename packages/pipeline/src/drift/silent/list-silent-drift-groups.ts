import { type Database, silentDrift } from '@gondola/db';
import { avg, count, desc, isNull, max, min, sql } from 'drizzle-orm';

/** The open silent drift of one bay from one version to another. */
export interface SilentDriftGroup {
  bayId: string;
  pinnedVersionId: string;
  betterVersionId: string;
  count: number;
  oldest: Date;
  newest: Date;
  /** Means over the facings that differ between the two versions, 0..1. */
  meanPinnedScore: number;
  meanBetterScore: number;
  latestCaptureId: string;
}

/** Returns all open groups, newest drift first. */
export async function listSilentDriftGroups(db: Database): Promise<SilentDriftGroup[]> {
  const { bayId, pinnedVersionId, betterVersionId, createdAt, id, captureId } = silentDrift;
  const rows = await db
    .select({
      bayId,
      pinnedVersionId,
      betterVersionId,
      count: count(),
      oldest: min(createdAt),
      newest: max(createdAt),
      meanPinnedScore: avg(silentDrift.pinnedScore),
      meanBetterScore: avg(silentDrift.betterScore),
      latestCaptureId: sql<string>`(array_agg(${captureId} order by ${createdAt} desc, ${id} desc))[1]`,
    })
    .from(silentDrift)
    .where(isNull(silentDrift.endedAt))
    .groupBy(bayId, pinnedVersionId, betterVersionId)
    .orderBy(desc(max(createdAt)), bayId, pinnedVersionId, betterVersionId);
  return rows.map((row) => ({
    ...row,
    oldest: row.oldest ?? new Date(0),
    newest: row.newest ?? new Date(0),
    meanPinnedScore: Number(row.meanPinnedScore),
    meanBetterScore: Number(row.meanBetterScore),
  }));
}
