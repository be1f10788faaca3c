import type { Database } from '@gondola/db';
import type { Actor } from '../audit/actor.ts';
import { recordAudit } from '../audit/record-audit.ts';
import { type ImportedVersion, importVersion, type VersionImport } from './import-version.ts';

/** Imports a parsed planogram for a person. Records a new version in the audit log. */
export const importPlanogram = (
  db: Database,
  actor: Actor,
  source: Omit<VersionImport, 'createdBy'>,
): Promise<ImportedVersion> =>
  db.transaction(async (tx) => {
    const result = await importVersion(tx, { ...source, createdBy: actor.name });
    if ('versionId' in result && result.isNew)
      await recordAudit(tx, actor, {
        action: 'planogramImport',
        object: `planogram-version:${source.label}`,
        facts: { versionId: result.versionId, positions: source.planogram.positions.length },
      });
    return result;
  });
