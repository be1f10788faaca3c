import { execFile } from 'node:child_process';
import { chmod, readdir, readFile, stat, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { clusterIdFile, newClusterId } from './create-cluster-if-absent.ts';
import type { ServerAccount } from './server-account.ts';

const run = promisify(execFile);

/** File of the data folder that names its cluster. */
const idFile = 'database-id';

/**
 * Checks that a data folder without a cluster never had one: a new, empty database beside old photos would hide their loss.
 * @throws in plain words.
 */
export async function assertNoClusterLost(dataDir: string): Promise<void> {
  const id = await textOf(join(dataDir, idFile));
  const photos = await readdir(join(dataDir, 'objects')).catch(() => []);
  if (id === undefined && photos.length === 0) return;
  throw new Error(
    `The data folder ${dataDir} has ${id === undefined ? 'photos' : 'had a database'}, but its database (the folder postgres in it) is absent. ` +
      'Put the folder postgres back from a backup. Or set DATABASE_URL, if the database is elsewhere. ' +
      'To begin with an empty installation, set GONDOLA_DATA_DIR to another folder.',
  );
}

/**
 * Makes a cluster usable that is in the folder, wherever the folder was copied from: the server's user owns it, nobody else
 * may enter it, and the data folder names it.
 *
 * @throws in plain words when the cluster belongs to another data folder.
 */
export async function adoptCluster(
  dataDir: string,
  directory: string,
  account: ServerAccount,
): Promise<void> {
  const { uid, mode } = await stat(directory);
  const owner = account.uid ?? process.getuid?.();
  if (owner !== undefined && uid !== owner) {
    if (account.uid === undefined)
      throw new Error(
        `The database folder ${directory} belongs to another user (id ${uid}; this process has id ${owner}). ` +
          `Start Gondola as that user, or give the data folder to yours: chown -R ${owner} ${dataDir}`,
      );
    // A copy that root made with cp belongs to root, as which Postgres does not run.
    await run('chown', ['-R', `${account.uid}:${account.gid}`, directory]);
  }
  // Postgres refuses a directory that others may enter, as some copies and archives make it.
  if ((mode & 0o077) !== 0) await chmod(directory, 0o700);

  const known = await textOf(join(dataDir, idFile));
  const found = (await textOf(join(directory, clusterIdFile))) ?? (await nameCluster(directory, account));
  if (known === undefined) await writeFile(join(dataDir, idFile), `${found}\n`);
  else if (known !== found)
    throw new Error(
      `The database in ${directory} belongs to another data folder: its id is ${found}, and ${join(dataDir, idFile)} says ${known}. ` +
        'Put the folder postgres back that belongs here. Its photos and settings do not fit another database.',
    );
}

/** Gives a cluster of an earlier version its id. */
async function nameCluster(directory: string, account: ServerAccount): Promise<string> {
  const id = newClusterId();
  const file = join(directory, clusterIdFile);
  await writeFile(file, `${id}\n`, { mode: 0o600 });
  if (account.uid !== undefined) await run('chown', [`${account.uid}:${account.gid}`, file]);
  return id;
}

const textOf = (file: string): Promise<string | undefined> =>
  readFile(file, 'utf8').then(
    (text) => text.trim() || undefined,
    () => undefined,
  );
