import { checkDatabaseUrl } from '@gondola/db/database-url';
import { describeError } from '@gondola/db/describe-error';
import { type EmbeddedPostgres, startEmbeddedPostgres } from '@gondola/db/embedded';
import { migrate } from '@gondola/db/migrate';
import { installQueue } from '@gondola/pipeline/queue';

/** `npm run db:migrate`: brings the tables and the queue of DATABASE_URL, or of the embedded Postgres, up to this code. */
let embedded: EmbeddedPostgres | undefined;
try {
  const given = process.env.DATABASE_URL && checkDatabaseUrl(process.env.DATABASE_URL);
  if (!given)
    embedded = await startEmbeddedPostgres({
      dataDir: process.env.GONDOLA_DATA_DIR || '.gondola',
      log: console.log,
    });
  const url = given || embedded?.url || '';
  await migrate(url, console.log);
  await installQueue(url);
  console.log('The database is up to date.');
} catch (fault) {
  console.error(describeError(fault));
  process.exitCode = 1;
} finally {
  await embedded?.stop();
}
