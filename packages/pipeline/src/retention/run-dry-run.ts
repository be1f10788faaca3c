import type { Database } from '@gondola/db';
import type { Actor } from '../audit/actor.ts';
import { recordAudit } from '../audit/record-audit.ts';
import { announceExpiry, type RetentionRunRow } from './announce-expiry.ts';

export type DryRun = { run: RetentionRunRow } | { problem: 'NOTHING_EXPIRES' };

/**
 * Announces, for a person, which photos the policy in force would remove. Refused when no photo ever expires under it.
 */
export const runDryRun = (db: Database, actor: Actor): Promise<DryRun> =>
  db.transaction(async (tx): Promise<DryRun> => {
    const run = await announceExpiry(tx, actor.name);
    if (run === null) return { problem: 'NOTHING_EXPIRES' };
    const { photos, captures } = run;
    await recordAudit(tx, actor, {
      action: 'retentionDryRun',
      object: `retention-run:${run.id}`,
      facts: { photos, captures },
    });
    return { run };
  });
