import {
  capture,
  planogramAssignment,
  planogramVersion,
  type VersionChoice,
  versionMapping,
} from '@gondola/db';
import { and, eq, isNull, ne, type SQL, sql } from 'drizzle-orm';

/** The version that a choice gives for a row of `capture`, as SQL; null when it gives none. */
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
        where a.bay_id = ${capture.bayId} and a.activated_at <= ${capture.takenAt}
          and (a.deactivated_at is null or a.deactivated_at > ${capture.takenAt})
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

/** The version that the shelf was laid by. */
const laidBy = sql<
  string | null
>`coalesce(${capture.mappedFromVersionId}, ${capture.pinnedVersionId}, ${taggedVersion})`;

/** A person has saved what became of the positions; products that still count as others alone map none. */
const isMapped = sql`exists (select from ${versionMapping} where ${and(
  eq(versionMapping.fromVersionId, laidBy),
  eq(versionMapping.toVersionId, planogramAssignment.versionId),
  ne(versionMapping.kind, 'ALIAS'),
  isNull(versionMapping.revokedAt),
)})`;

/** For MAPPED: the version that positions are mapped from. */
export const mappedFromOf = (choice: VersionChoice): SQL<string | null> =>
  choice === 'MAPPED' ? laidBy : sql<string | null>`null::uuid`;
