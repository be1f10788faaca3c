import { type Database, type Role, user } from '@gondola/db';
import { eq } from 'drizzle-orm';
import type { People } from './auth/people.ts';

const demoPeople: readonly { name: string; email: string; role: Role }[] = [
  { name: 'Demo analyst', email: 'analyst@demo.gondola.local', role: 'analyst' },
  { name: 'Demo category manager', email: 'manager@demo.gondola.local', role: 'category_manager' },
  { name: 'Demo operator', email: 'operator@demo.gondola.local', role: 'operator' },
  { name: 'Demo admin', email: 'admin@demo.gondola.local', role: 'admin' },
];

/**
 * One account per role with the same password, when there is no account at all yet: a system in use is left alone.
 * `people` must allow sign-up. Answers the e-mail addresses, none when nothing was done.
 */
export async function seedDemoPeople(db: Database, people: People, password: string): Promise<string[]> {
  if ((await db.$count(user)) > 0) return [];
  for (const { name, email, role } of demoPeople) {
    const created = await people.api.signUpEmail({ body: { name, email, password } });
    await db.update(user).set({ role }).where(eq(user.id, created.user.id));
  }
  return demoPeople.map(({ email }) => email);
}
