import { capture, planogramAssignment, planogramVersion, type VersionChoice } from '@gondola/db';
import { and, eq, isNull, type SQL, sql } from 'drizzle-orm';

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
    case 'MAPPED':
      return sql<
        string | null
      >`(select ${planogramAssignment.versionId} from ${planogramAssignment} where ${and(
        eq(planogramAssignment.bayId, capture.bayId),
        isNull(planogramAssignment.deactivatedAt),
      )})`;
    case 'EFFECTIVE_AT_CAPTURE':
      return sql<string | null>`(
        select a.version_id from planogram_assignment a
        where a.bay_id = ${capture.bayId} and a.activated_at <= ${capture.takenAt}
          and (a.deactivated_at is null or a.deactivated_at > ${capture.takenAt})
        order by a.activated_at desc limit 1)`;
  }
}

const taggedVersion = sql<string | null>`(
  select ${planogramVersion.id} from ${planogramVersion} where ${eq(planogramVersion.label, capture.taggedVersion)})`;

/** For MAPPED: the version that the shelf was laid by, which positions are mapped from. */
export const mappedFromOf = (choice: VersionChoice): SQL<string | null> =>
  choice === 'MAPPED'
    ? sql<
        string | null
      >`coalesce(${capture.mappedFromVersionId}, ${capture.pinnedVersionId}, ${taggedVersion})`
    : sql<string | null>`null::uuid`;
