import { spawn } from 'node:child_process';
import { randomBytes, randomUUID } from 'node:crypto';
import { once } from 'node:events';
import { chown, mkdir, open, readFile, rename, rm, stat, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Readable } from 'node:stream';
import { text } from 'node:stream/consumers';
import type { ClusterLocation } from './locate-cluster.ts';
import type { ServerAccount } from './server-account.ts';

export const superuser = 'gondola';

/** File of the cluster with its id, which the data folder names. */
export const clusterIdFile = 'gondola-id';
export const newClusterId = (): string => randomUUID();

/**
 * Creates the cluster's directory if absent, with a random password in a file that only its owner can read.
 * The directory is created under another name and renamed at the end. A half-created cluster is therefore never used, and
 * of two processes that start together one wins.
 */
export async function createClusterIfAbsent(
  { directory, pathForServer, programs }: ClusterLocation,
  account: ServerAccount,
): Promise<void> {
  if (await exists(join(directory, 'PG_VERSION'))) return;
  const draft = `${directory}.draft-${process.pid}`;
  const password = join(draft, passwordFile);
  const passwordBeside = `${draft}.password`;
  try {
    await writeFile(passwordBeside, `${randomBytes(24).toString('hex')}\n`, { mode: 0o600 });
    await mkdir(draft, { mode: 0o700 });
    await give(draft, account);
    await give(passwordBeside, account);
    await initdb(
      programs.initdb,
      [
        `--pgdata=${pathForServer === directory ? draft : pathForServer}`,
        `--username=${superuser}`,
        // The server's user may not be able to open the file by its path.
        '--pwfile=/dev/stdin',
        '--auth=scram-sha-256',
        // Not the machine's locale: the same data must sort the same on every machine.
        '--encoding=UTF8',
        '--locale=C',
        '--locale-provider=builtin',
        '--builtin-locale=C.UTF-8',
      ],
      { ...account, cwd: draft },
      passwordBeside,
    );
    await rename(passwordBeside, password);
    await writeFile(join(draft, clusterIdFile), `${newClusterId()}\n`, { mode: 0o600 });
    await give(join(draft, clusterIdFile), account);
    await rename(draft, directory);
  } catch (fault) {
    if (await exists(join(directory, 'PG_VERSION'))) return;
    throw new Error(`The database could not be created in ${directory}.`, { cause: fault });
  } finally {
    await rm(draft, { recursive: true, force: true });
    await rm(passwordBeside, { force: true });
  }
}

async function initdb(
  program: string,
  args: string[],
  options: ServerAccount & { cwd: string },
  passwordFile: string,
): Promise<void> {
  const password = await open(passwordFile);
  try {
    const child = spawn(program, args, {
      ...options,
      env: { LC_ALL: 'C' },
      stdio: [password.fd, 'ignore', 'pipe'],
    });
    const [problem, [code, signal]] = await Promise.all([
      text(child.stderr as Readable),
      once(child, 'exit'),
    ]);
    if (code !== 0) throw new Error(problem.trim() || `initdb ended with ${signal ?? `code ${code}`}`);
  } finally {
    await password.close();
  }
}

async function give(path: string, { uid, gid }: ServerAccount): Promise<void> {
  if (uid !== undefined && gid !== undefined) await chown(path, uid, gid);
}

const passwordFile = 'gondola-password';

/** Reads the administrator's password of a cluster. */
export async function clusterPassword(directory: string): Promise<string> {
  return (await readFile(join(directory, passwordFile), 'utf8')).trim();
}

const exists = (path: string) =>
  stat(path).then(
    () => true,
    () => false,
  );
