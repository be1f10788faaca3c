import type { Database } from '@gondola/db';
import type { Actor } from './actor.ts';
import { type AuditEntry, recordAudit } from './record-audit.ts';

/**
 * Runs an action outside the database and records it. A failed action is not recorded: its error rolls the entry back.
 */
export const actOnRecord = <T>(
  db: Database,
  actor: Actor,
  entry: AuditEntry,
  run: () => Promise<T>,
): Promise<T> =>
  db.transaction(async (tx) => {
    await recordAudit(tx, actor, entry);
    return run();
  });
