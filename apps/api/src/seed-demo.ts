import { openDatabase } from '@gondola/db';
import { seedDemoPeople } from './auth/seed-demo-people.ts';
import { readDemoPassword, readEnv } from './env.ts';

/** `node apps/api/src/seed-demo.ts`: saves the demo's people in the database of the API's environment. */
const database = openDatabase(readEnv().databaseUrl, { maxConnections: 2 });
try {
  const emails = await seedDemoPeople(database.db, readDemoPassword());
  process.stdout.write(`${emails.join('\n')}\n`);
} catch (fault) {
  process.stderr.write(`${fault instanceof Error ? fault.message : String(fault)}\n`);
  process.exitCode = 1;
} finally {
  await database.close();
}
