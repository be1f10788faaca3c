import { openDatabase, user } from '@gondola/db';

/** The demo's people who exist in the database. */
export async function demoLogins(databaseUrl: string): Promise<{ email: string; role: string }[]> {
  const { db, close } = openDatabase(databaseUrl, { maxConnections: 1 });
  try {
    const people = await db.select({ email: user.email, role: user.role }).from(user).orderBy(user.createdAt);
    return people.filter(({ email }) => email.endsWith('@demo.gondola.local'));
  } finally {
    await close();
  }
}
