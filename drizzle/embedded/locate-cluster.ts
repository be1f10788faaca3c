import { execFile } from 'node:child_process';
import { cp, mkdir, rename, rm } from 'node:fs/promises';
import { basename, dirname, join } from 'node:path';
import { promisify } from 'node:util';
import type { Binaries } from './find-binaries.ts';
import type { ServerAccount } from './server-account.ts';

const run = promisify(execFile);

/** Folder for programs that root must share with the server's own user. It never holds data. */
const openFolder = '/var/lib/gondola';

export interface ClusterLocation {
  programs: Binaries;
  /** Directory of the cluster: always `postgres` in the data folder. */
  directory: string;
  /** Path of that directory for the server's processes, which all work in it. */
  pathForServer: string;
}

/**
 * Returns the locations of the programs and the cluster. The server of root runs as another user, who may not enter folders
 * such as /root. In that case /var/lib/gondola holds a copy of the programs, and the server reaches the cluster as its own
 * working directory, which Linux opens without a look at the folders above.
 *
 * @throws in plain words where the server's user cannot reach the data folder in either way.
 */
export async function locateCluster(
  programs: Binaries,
  dataDir: string,
  account: ServerAccount,
  open = openFolder,
): Promise<ClusterLocation> {
  const directory = join(dataDir, 'postgres');
  if (account.uid === undefined) return { programs, directory, pathForServer: directory };
  const as = { ...account, cwd: '/' };
  const canRun = await succeeds(run(programs.postgres, ['--version'], as));
  const canEnter = await succeeds(run('/bin/sh', ['-c', 'cd "$1"', 'sh', dataDir], as));
  if (!canEnter && process.platform !== 'linux')
    throw new Error(
      `Postgres does not run as root, and the user "postgres" cannot enter ${dataDir}: set GONDOLA_DATA_DIR to another folder, or start as an ordinary user.`,
    );
  return {
    programs: canRun ? programs : await copyPrograms(programs, join(open, 'programs')),
    directory,
    pathForServer: canEnter ? directory : '/proc/self/cwd',
  };
}

/** Copies the package's folder once a version, under another name first, so that a half copy is never used. */
async function copyPrograms(programs: Binaries, folder: string): Promise<Binaries> {
  const native = dirname(dirname(programs.postgres));
  const { stdout } = await run(programs.postgres, ['--version']);
  const copy = join(folder, stdout.trim().replace(/[^\w.]+/g, '-'));
  const programsIn = (root: string) => ({
    initdb: join(root, 'bin', basename(programs.initdb)),
    postgres: join(root, 'bin', basename(programs.postgres)),
  });
  if (await succeeds(run(programsIn(copy).postgres, ['--version']))) return programsIn(copy);
  const draft = `${copy}.draft-${process.pid}`;
  await mkdir(folder, { recursive: true, mode: 0o755 });
  await cp(native, draft, { recursive: true, verbatimSymlinks: true });
  // Another first start may have renamed its copy already; that copy is equal.
  await rename(draft, copy).catch(() => rm(draft, { recursive: true, force: true }));
  return programsIn(copy);
}

const succeeds = (work: Promise<unknown>) =>
  work.then(
    () => true,
    () => false,
  );
