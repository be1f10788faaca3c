import {
  bay,
  type Database,
  type DriftReason,
  type DriftReleaseMode,
  driftItem,
  planogramVersion,
} from '@gondola/db';
import { asc, count, eq, isNull, max, min, sql } from 'drizzle-orm';
import { alias } from 'drizzle-orm/pg-core';

/** The waiting captures of one bay with one tagged version, as the bay is now. */
export interface DriftGroup {
  bayId: string;
  taggedVersion: string;
  reason: DriftReason;
  /** Null when the tag names no known version. */
  taggedVersionId: string | null;
  /** The current active version of the bay; null when it has none. */
  activeVersionId: string | null;
  count: number;
  oldest: Date;
  newest: Date;
  modes: DriftReleaseMode[];
}

const tagged = alias(planogramVersion, 'tagged');
const activeVersionId = sql<string | null>`(
  select a.version_id from planogram_assignment a where a.bay_id = ${bay.id} and a.deactivated_at is null)`;

/** True when positions can be mapped from the tagged version to the active one. An alias alone maps no position. */
const isMapped = sql<boolean>`exists (
  select from version_mapping m join planogram_assignment a on a.version_id = m.to_version_id
  where a.bay_id = ${bay.id} and a.deactivated_at is null
    and m.from_version_id = ${tagged.id} and m.kind <> 'ALIAS' and m.revoked_at is null)`;

/** Returns all open groups, oldest first. */
export async function listDriftGroups(db: Database): Promise<DriftGroup[]> {
  const rows = await db
    .select({
      bayId: bay.id,
      taggedVersion: driftItem.taggedVersion,
      reason: sql<DriftReason>`max(${driftItem.reason})`,
      taggedVersionId: tagged.id,
      activeVersionId,
      isMapped,
      count: count(),
      oldest: min(driftItem.createdAt),
      newest: max(driftItem.createdAt),
    })
    .from(driftItem)
    .innerJoin(bay, eq(bay.id, driftItem.bayId))
    .leftJoin(tagged, eq(tagged.label, driftItem.taggedVersion))
    .where(isNull(driftItem.releasedAt))
    .groupBy(bay.id, driftItem.taggedVersion, tagged.id)
    .orderBy(asc(min(driftItem.createdAt)));
  return rows.map(({ isMapped: canMap, ...row }) => ({
    ...row,
    oldest: row.oldest ?? new Date(0),
    newest: row.newest ?? new Date(0),
    modes: modesOf({ ...row, canMap }),
  }));
}

/**
 * Returns the possible release modes of a group. EFFECTIVE_AT_CAPTURE is decided per capture and needs a bay that ever
 * had a version.
 */
function modesOf(row: {
  taggedVersionId: string | null;
  activeVersionId: string | null;
  canMap: boolean;
}): DriftReleaseMode[] {
  const modes: DriftReleaseMode[] = [];
  if (row.activeVersionId !== null) modes.push('EFFECTIVE_AT_CAPTURE', 'ACTIVE');
  if (row.taggedVersionId !== null) modes.push('TAGGED');
  if (row.canMap) modes.push('MAPPED');
  return modes;
}
