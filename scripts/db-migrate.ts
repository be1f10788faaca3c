import { startEmbeddedPostgres } from '@gondola/db/embedded';
import { migrate } from '@gondola/db/migrate';
import { installQueue } from '@gondola/pipeline/queue';

/** `npm run db:migrate`: brings the tables and the queue of DATABASE_URL, or of the embedded Postgres, up to this code. */
const embedded =
  process.env.DATABASE_URL === undefined
    ? await startEmbeddedPostgres({ dataDir: process.env.GONDOLA_DATA_DIR ?? '.gondola', log: console.log })
    : undefined;
const url = embedded?.url ?? process.env.DATABASE_URL ?? '';
try {
  await migrate(url, console.log);
  await installQueue(url);
  console.log('The database is up to date.');
} catch (fault) {
  console.error(fault instanceof Error ? fault.message : fault);
  process.exitCode = 1;
} finally {
  await embedded?.stop();
}
