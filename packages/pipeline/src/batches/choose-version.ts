import {
  capture,
  effectiveTakenAt,
  planogramAssignment,
  planogramVersion,
  type VersionChoice,
  versionMapping,
} from '@gondola/db';
import { and, eq, isNull, ne, type SQL, sql } from 'drizzle-orm';

/** Converts a version choice to SQL over a row of `capture`; the SQL is null when the choice gives no version. */
export function versionOf(choice: VersionChoice, givenVersionId: string | null): SQL<string | null> {
  switch (choice) {
    case 'PINNED':
      return sql<string | null>`${capture.pinnedVersionId}`;
    case 'GIVEN':
      return sql<string | null>`${givenVersionId}::uuid`;
    case 'TAGGED':
      return taggedVersion;
    case 'ACTIVE':
      return activeVersion();
    case 'MAPPED':
      return activeVersion(isMapped);
    case 'EFFECTIVE_AT_CAPTURE':
      return sql<string | null>`(
        select a.version_id from planogram_assignment a
        where a.bay_id = ${capture.bayId} and a.activated_at <= ${effectiveTakenAt}
          and (a.deactivated_at is null or a.deactivated_at > ${effectiveTakenAt})
        order by a.activated_at desc limit 1)`;
  }
}

const activeVersion = (condition?: SQL): SQL<string | null> => sql<string | null>`(
  select ${planogramAssignment.versionId} from ${planogramAssignment} where ${and(
    eq(planogramAssignment.bayId, capture.bayId),
    isNull(planogramAssignment.deactivatedAt),
    condition,
  )})`;

const taggedVersion = sql<string | null>`(
  select ${planogramVersion.id} from ${planogramVersion} where ${eq(planogramVersion.label, capture.taggedVersion)})`;

/** The version by which the shelf was stocked. */
const stockedBy = sql<
  string | null
>`coalesce(${capture.mappedFromVersionId}, ${capture.pinnedVersionId}, ${taggedVersion})`;

/** True when a mapping of positions is saved. A mapping with aliases alone maps no position. */
const isMapped = sql`exists (select from ${versionMapping} where ${and(
  eq(versionMapping.fromVersionId, stockedBy),
  eq(versionMapping.toVersionId, planogramAssignment.versionId),
  ne(versionMapping.kind, 'ALIAS'),
  isNull(versionMapping.revokedAt),
)})`;

/** For MAPPED: the version from which positions are mapped. */
export const mappedFromOf = (choice: VersionChoice): SQL<string | null> =>
  choice === 'MAPPED' ? stockedBy : sql<string | null>`null::uuid`;
