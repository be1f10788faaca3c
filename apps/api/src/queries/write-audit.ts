import { auditLog, type Database, type Transaction } from '@gondola/db';
import type { Person } from '../auth/viewer.ts';

/** Who did what to what: part of the transaction that does it. `object` is a kind and a name, as in `store:0421`. */
export async function writeAudit(
  db: Database | Transaction,
  person: Person,
  action: string,
  object: string,
  facts: Record<string, unknown>,
): Promise<void> {
  await db.insert(auditLog).values({
    actor: person.email,
    action,
    object,
    facts: { userId: person.id, role: person.role, ...facts },
  });
}
