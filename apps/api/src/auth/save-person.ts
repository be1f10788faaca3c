import { randomUUID } from 'node:crypto';
import { account, type Role, type Transaction, user } from '@gondola/db';
import { hashPassword } from 'better-auth/crypto';
import { and, eq } from 'drizzle-orm';

export interface PersonToSave {
  name: string;
  email: string;
  role: Role;
  /** Null leaves the password as it is; a new person then has none and cannot sign in yet. */
  password: string | null;
}

/** better-auth's name for an account with a password. */
const withPassword = 'credential';

/** Creates a person, or gives the person with this e-mail address the role and the password. Returns the person's id. */
export async function savePerson(
  tx: Transaction,
  { name, email, role, password }: PersonToSave,
): Promise<string> {
  const [saved] = await tx
    .insert(user)
    .values({ id: randomUUID(), name, email: email.toLowerCase(), role })
    .onConflictDoUpdate({ target: user.email, set: { role, updatedAt: new Date() } })
    .returning({ id: user.id });
  if (!saved) throw new Error('invariant: an upsert returned no row');
  if (password !== null) await savePassword(tx, saved.id, password);
  return saved.id;
}

async function savePassword(tx: Transaction, userId: string, password: string): Promise<void> {
  const hash = await hashPassword(password);
  const own = and(eq(account.userId, userId), eq(account.providerId, withPassword));
  const changed = await tx
    .update(account)
    .set({ password: hash, updatedAt: new Date() })
    .where(own)
    .returning();
  if (changed.length > 0) return;
  const id = randomUUID();
  await tx
    .insert(account)
    .values({ id, accountId: userId, providerId: withPassword, userId, password: hash });
}
