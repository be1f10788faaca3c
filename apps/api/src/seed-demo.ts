import { openDatabase } from '@gondola/db';
import { createLog } from '@gondola/pipeline/telemetry';
import { openPeople } from './auth/people.ts';
import { readDemoPassword, readEnv } from './env.ts';
import { seedDemoPeople } from './seed-demo-people.ts';

/** `node apps/api/src/seed-demo.ts`: the demo's accounts, on the database and secret of the API's environment. */
const env = readEnv();
const database = openDatabase(env.databaseUrl, { maxConnections: 2 });
try {
  const log = createLog({ name: 'seed-demo', level: 'warn' });
  const people = openPeople(database.db, { ...env, secret: env.authSecret, allowSignUp: true, log });
  const made = await seedDemoPeople(database.db, people, readDemoPassword());
  process.stdout.write(made.length > 0 ? `${made.join('\n')}\n` : 'There are accounts already.\n');
} finally {
  await database.close();
}
