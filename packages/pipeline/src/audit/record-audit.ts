import { auditLog, type Transaction } from '@gondola/db';
import type { Actor } from './actor.ts';

export interface AuditEntry {
  /** The action, as the access policy names it. */
  action: string;
  /** The object of the action: a kind and a name, as in `store:0421`. */
  object: string;
  facts: Record<string, unknown>;
}

/** Writes an entry to the audit log, in the transaction of the action. No other code inserts into the audit log. */
export async function recordAudit(
  tx: Transaction,
  { name, userId, role }: Actor,
  { action, object, facts }: AuditEntry,
): Promise<void> {
  await tx.insert(auditLog).values({
    actor: name,
    action,
    object,
    facts: userId === null ? facts : { userId, role, ...facts },
  });
}
