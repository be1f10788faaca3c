import { execFile } from 'node:child_process';
import { createHash } from 'node:crypto';
import { chmod, cp, mkdir, rename, rm, stat } from 'node:fs/promises';
import { basename, dirname, join } from 'node:path';
import { promisify } from 'node:util';
import type { Binaries } from './binaries.ts';
import type { ServerAccount } from './server-account.ts';

const run = promisify(execFile);

/** Where root keeps what the server's own user must reach. */
const openFolder = '/var/lib/gondola';

export interface Places {
  programs: Binaries;
  /** Directory of the cluster. */
  cluster: string;
}

/**
 * Where the programs and the cluster are: in the package and in `<dataDir>/postgres`, as a rule. For root, whose server
 * runs as another user who may not enter folders such as /root, they are in /var/lib/gondola: a copy of the programs,
 * and a cluster named after the data directory.
 */
export async function places(
  programs: Binaries,
  dataDir: string,
  account: ServerAccount,
  open = openFolder,
): Promise<Places> {
  if (account.uid === undefined) return { programs, cluster: join(dataDir, 'postgres') };
  await mkdir(dataDir, { recursive: true, mode: 0o755 });
  const as = { ...account, cwd: '/' };
  const canRun = await succeeds(run(programs.postgres, ['--version'], as));
  const enters = () => succeeds(run('/bin/sh', ['-c', 'cd "$1"', 'sh', dataDir], as));
  let canEnter = await enters();
  if (!canEnter) {
    // Perhaps only the data directory itself is closed, as one of mkdtemp is. To pass through it shows nothing of it.
    const { mode } = await stat(dataDir);
    await chmod(dataDir, mode | 0o111);
    canEnter = await enters();
    if (!canEnter) await chmod(dataDir, mode);
  }
  return {
    programs: canRun ? programs : await copyPrograms(programs, join(open, 'programs')),
    cluster: canEnter ? join(dataDir, 'postgres') : await clusterElsewhere(dataDir, open),
  };
}

/** Copies the package's folder once a version, beside its place first so that a half copy is never used. */
async function copyPrograms(programs: Binaries, folder: string): Promise<Binaries> {
  const native = dirname(dirname(programs.postgres));
  const { stdout } = await run(programs.postgres, ['--version']);
  const copy = join(folder, stdout.trim().replace(/[^\w.]+/g, '-'));
  const programsIn = (place: string) => ({
    initdb: join(place, 'bin', basename(programs.initdb)),
    postgres: join(place, 'bin', basename(programs.postgres)),
  });
  if (await succeeds(run(programsIn(copy).postgres, ['--version']))) return programsIn(copy);
  const draft = `${copy}.draft-${process.pid}`;
  await mkdir(folder, { recursive: true, mode: 0o755 });
  await cp(native, draft, { recursive: true, verbatimSymlinks: true });
  // The other of two first starts may have come first; its copy is as good.
  await rename(draft, copy).catch(() => rm(draft, { recursive: true, force: true }));
  return programsIn(copy);
}

async function clusterElsewhere(dataDir: string, open: string): Promise<string> {
  const folder = join(open, `data-${createHash('sha256').update(dataDir).digest('hex').slice(0, 12)}`);
  await mkdir(folder, { recursive: true, mode: 0o755 });
  return join(folder, 'postgres');
}

const succeeds = (work: Promise<unknown>) =>
  work.then(
    () => true,
    () => false,
  );
