import { account, type Database, type Transaction, user } from '@gondola/db';
import { type Actor, recordAudit } from '@gondola/pipeline/audit';
import { and, eq } from 'drizzle-orm';
import { isDemoEmail } from './demo-people.ts';
import { lockAccounts } from './lock-accounts.ts';
import { hasPasswordLink, makePasswordLink } from './password-link.ts';
import type { People } from './people.ts';
import { savePerson } from './save-person.ts';

export interface AdminToSave {
  email: string;
  /** Null: the admin sets it by a link. */
  password: string | null;
}

export interface SavedAdmin {
  /** Address at which the admin sets a password; null when there is one, or a link that still works. */
  link: string | null;
}

interface Parts {
  db: Database;
  people: People;
  publicUrl: string;
  actor: Actor;
}

/** Makes an admin, whatever other people there are. A person with this e-mail address becomes one. */
export function saveAdmin(parts: Parts, admin: AdminToSave): Promise<SavedAdmin> {
  return parts.db.transaction(async (tx) => {
    await lockAccounts(tx);
    const userId = await insertAdmin(tx, parts.actor, admin);
    return { link: admin.password === null ? await linkFor(parts, userId) : null };
  });
}

/**
 * Makes the first admin, when there is none besides the demo's. As long as that admin has no password and no link that works,
 * each call makes a new link.
 */
export function saveFirstAdmin(parts: Parts, admin: AdminToSave): Promise<SavedAdmin> {
  return parts.db.transaction(async (tx) => {
    await lockAccounts(tx);
    const admins = await readAdmins(tx);
    const known = admins.find(({ email }) => email === admin.email.toLowerCase());
    if (admins.length > 0 && !known) return { link: null };
    if (known && (await hasPassword(tx, known.id))) return { link: null };
    const isMade = known && admin.password === null;
    const userId = isMade ? known.id : await insertAdmin(tx, parts.actor, admin);
    if (admin.password !== null || (await hasPasswordLink(tx, userId))) return { link: null };
    return { link: await linkFor(parts, userId) };
  });
}

/** Returns whether an admin exists besides the demo's. */
export const hasAdmin = async (db: Database): Promise<boolean> => (await readAdmins(db)).length > 0;

async function readAdmins(db: Pick<Database, 'select'>): Promise<{ id: string; email: string }[]> {
  const admins = await db.select({ id: user.id, email: user.email }).from(user).where(eq(user.role, 'admin'));
  return admins.filter(({ email }) => !isDemoEmail(email));
}

async function insertAdmin(tx: Transaction, actor: Actor, { email, password }: AdminToSave): Promise<string> {
  const [name = email] = email.split('@');
  const userId = await savePerson(tx, { name, email, role: 'admin', password });
  await recordAudit(tx, actor, { action: 'adminCreate', object: `person:${email}`, facts: {} });
  return userId;
}

const linkFor = ({ people, publicUrl }: Parts, userId: string): Promise<string> =>
  makePasswordLink(people, userId, publicUrl);

async function hasPassword(tx: Transaction, userId: string): Promise<boolean> {
  const accounts = await tx
    .select({ password: account.password })
    .from(account)
    .where(and(eq(account.userId, userId), eq(account.providerId, 'credential')));
  return accounts.some(({ password }) => password !== null);
}
