import { type Database, planogramVersion } from '@gondola/db';
import { eq } from 'drizzle-orm';

export interface VersionProblem {
  problem: 'VERSION_UNKNOWN';
  version: string;
}

/** Returns the id of the planogram version of a label; null when there is none. */
export async function resolveVersion(
  db: Database,
  version: string | null,
): Promise<{ versionId: string | null } | VersionProblem> {
  if (version === null) return { versionId: null };
  const [row] = await db
    .select({ id: planogramVersion.id })
    .from(planogramVersion)
    .where(eq(planogramVersion.label, version));
  return row ? { versionId: row.id } : { problem: 'VERSION_UNKNOWN', version };
}
