import { type Database, planogramVersion } from '@gondola/db';
import { inArray } from 'drizzle-orm';
import type { Actor } from '../audit/actor.ts';
import { recordAudit } from '../audit/record-audit.ts';
import type { MappingProblem } from './mapping/check-mapping.ts';
import type { MappingEntry } from './mapping/mapping-entry.ts';
import { saveMapping } from './mapping/save-mapping.ts';

export interface AskedMapping {
  fromVersionId: string;
  toVersionId: string;
  entries: readonly MappingEntry[];
}

export type MappingSaving =
  | { saved: number; revoked: number }
  | { problem: 'VERSION_UNKNOWN' | 'VERSION_SAME' }
  | { problems: MappingProblem[] };

/**
 * Replaces the mapping from one version to another for a person, and records it in the audit log. No entries remove the
 * mapping.
 */
export async function saveVersionMapping(
  db: Database,
  actor: Actor,
  asked: AskedMapping,
): Promise<MappingSaving> {
  const { fromVersionId, toVersionId } = asked;
  const ids = new Set([fromVersionId, toVersionId]);
  const known = await db.$count(planogramVersion, inArray(planogramVersion.id, [...ids]));
  if (known < ids.size) return { problem: 'VERSION_UNKNOWN' };
  if (fromVersionId === toVersionId) return { problem: 'VERSION_SAME' };
  return db.transaction(async (tx) => {
    const result = await saveMapping(tx, { ...asked, actor: actor.name });
    if (!('problems' in result))
      await recordAudit(tx, actor, {
        action: 'versionMappingSave',
        object: `planogram-version:${toVersionId}`,
        facts: { fromVersionId, ...result },
      });
    return result;
  });
}
