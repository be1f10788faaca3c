/** `npm run admin`: makes an admin, who signs in with a given password or sets one by a link. */
import { randomBytes } from 'node:crypto';
import { openPeople, saveAdmin } from '@gondola/api/accounts';
import { openDatabase } from '@gondola/db';
import { startEmbeddedPostgres } from '@gondola/db/embedded';
import { assertSchemaCurrent } from '@gondola/db/migrate';
import { actorNamed } from '@gondola/pipeline/audit';
import { createLog } from '@gondola/pipeline/telemetry';
import { type AdminCommand, readCommand, usage } from './admin/read-command.ts';

const command = readCommand(process.argv.slice(2), process.env);
if ('problem' in command) {
  console.error(`${command.problem}\n\n${usage}`);
  process.exit(2);
}

const { dataDir } = command;
const embedded = command.databaseUrl === undefined ? await startEmbeddedPostgres({ dataDir }) : undefined;
try {
  const link = await create(embedded?.url ?? command.databaseUrl ?? '', command);
  console.log(
    link === null
      ? `${command.email} is an admin and signs in at ${command.publicUrl}`
      : `${command.email} is an admin. Within 24 hours, set the password at: ${link}`,
  );
} catch (fault) {
  console.error(fault instanceof Error ? fault.message : fault);
  process.exitCode = 1;
} finally {
  await embedded?.stop();
}

async function create(url: string, { email, password, publicUrl }: AdminCommand): Promise<string | null> {
  await assertSchemaCurrent(url);
  const { db, close } = openDatabase(url, { maxConnections: 2 });
  try {
    const people = openPeople(db, {
      // Signs sessions; none is made here.
      secret: randomBytes(32).toString('base64url'),
      publicUrls: [publicUrl],
      signInTriesPerMinute: 1,
      hasDemo: false,
      log: createLog({ name: 'admin', level: 'error' }),
    });
    const actor = actorNamed('npm run admin');
    return (await saveAdmin({ db, people, publicUrl, actor }, { email, password })).link;
  } finally {
    await close();
  }
}
