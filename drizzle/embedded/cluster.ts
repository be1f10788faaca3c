import { execFile } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import { chown, mkdir, readFile, rename, rm, stat, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { promisify } from 'node:util';
import type { Binaries } from './binaries.ts';
import type { ServerAccount } from './server-account.ts';

const run = promisify(execFile);

export const superuser = 'gondola';

/**
 * Makes the cluster's directory if it is absent, with a random password in a file that only its owner can read.
 * It is made beside its place and renamed, so that a half-made cluster is never taken for one and of two processes
 * that start together one wins.
 */
export async function createClusterIfAbsent(
  directory: string,
  programs: Binaries,
  account: ServerAccount,
): Promise<void> {
  if (await exists(join(directory, 'PG_VERSION'))) return;
  const draft = `${directory}.draft-${process.pid}`;
  const password = join(draft, passwordFile);
  const passwordBeside = `${draft}.password`;
  try {
    await writeFile(passwordBeside, `${randomBytes(24).toString('hex')}\n`, { mode: 0o600 });
    await mkdir(draft, { mode: 0o700 });
    if (account.uid !== undefined && account.gid !== undefined) {
      await chown(draft, account.uid, account.gid);
      await chown(passwordBeside, account.uid, account.gid);
    }
    await run(
      programs.initdb,
      [
        `--pgdata=${draft}`,
        `--username=${superuser}`,
        `--pwfile=${passwordBeside}`,
        '--auth=scram-sha-256',
        // Not the machine's locale: the same data must sort the same on every machine.
        '--encoding=UTF8',
        '--locale=C',
        '--locale-provider=builtin',
        '--builtin-locale=C.UTF-8',
      ],
      { ...account, cwd: draft, env: { LC_ALL: 'C' } },
    );
    await rename(passwordBeside, password);
    await rename(draft, directory);
  } catch (fault) {
    if (await exists(join(directory, 'PG_VERSION'))) return;
    throw new Error(
      `The database's directory ${directory} could not be made: ${fault instanceof Error ? fault.message : String(fault)}`,
      { cause: fault },
    );
  } finally {
    await rm(draft, { recursive: true, force: true });
    await rm(passwordBeside, { force: true });
  }
}

const passwordFile = 'gondola-password';

export async function clusterPassword(directory: string): Promise<string> {
  return (await readFile(join(directory, passwordFile), 'utf8')).trim();
}

const exists = (path: string) =>
  stat(path).then(
    () => true,
    () => false,
  );
