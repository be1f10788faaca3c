import { type Database, user } from '@gondola/db';
import { demoPeople, isDemoEmail } from './demo-people.ts';
import { lockAccounts } from './lock-accounts.ts';
import { savePerson } from './save-person.ts';

/**
 * Saves one person for each role, all with the given password. Earlier demo people get the new password.
 *
 * @throws when the database has people of its own and never had the demo: an installation in use gets no open accounts.
 */
export async function seedDemoPeople(db: Database, password: string): Promise<string[]> {
  await db.transaction(async (tx) => {
    await lockAccounts(tx);
    const emails = (await tx.select({ email: user.email }).from(user)).map(({ email }) => email);
    if (emails.length > 0 && !emails.some(isDemoEmail))
      throw new Error(
        'The database belongs to an installation with people of its own. Start it with: npm start -- --no-demo',
      );
    for (const person of demoPeople) await savePerson(tx, { ...person, password });
  });
  return demoPeople.map(({ email }) => email);
}
