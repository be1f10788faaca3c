import { execFileSync } from 'node:child_process';
import { chmod, mkdir, mkdtemp, rm, stat } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, expect, test } from 'vitest';
import { findBinaries } from './find-binaries.ts';
import { locateCluster } from './locate-cluster.ts';
import { serverAccount } from './server-account.ts';

const folder = await mkdtemp(join(tmpdir(), 'gondola-places-'));
afterAll(() => rm(folder, { recursive: true, force: true }));

const account = await serverAccount();
const isRoot = account.uid !== undefined;

test('an ordinary user runs the installed programs on a cluster in the data folder', async () => {
  const programs = await findBinaries();
  const directory = join(folder, 'data/postgres');
  expect(await locateCluster(programs, join(folder, 'data'), {})).toEqual({
    programs,
    directory,
    pathForServer: directory,
  });
});

test.runIf(isRoot && process.platform === 'linux')(
  "root gets a copy of the programs where the server's user cannot enter, and the cluster stays in the data folder",
  async () => {
    await chmod(folder, 0o755);
    const closed = join(folder, 'closed');
    const open = join(folder, 'open');
    await mkdir(join(closed, 'data'), { mode: 0o700, recursive: true });
    await chmod(closed, 0o700);
    await mkdir(open, { mode: 0o755 });
    const original = await findBinaries();
    execFileSync('cp', ['-a', join(original.postgres, '../..'), join(closed, 'native')]);
    const unreachable = {
      initdb: join(closed, 'native/bin/initdb'),
      postgres: join(closed, 'native/bin/postgres'),
    };

    const found = await locateCluster(unreachable, join(closed, 'data'), account, open);
    expect(found.directory).toBe(join(closed, 'data/postgres'));
    expect(found.pathForServer).toBe('/proc/self/cwd');
    const version = execFileSync(found.programs.postgres, ['--version'], {
      ...account,
      cwd: '/',
      encoding: 'utf8',
    });
    expect(version).toContain('18.');
    expect(await locateCluster(unreachable, join(closed, 'data'), account, open)).toEqual(found);
    // Nobody else gets a right that they did not have.
    expect((await stat(closed)).mode & 0o777).toBe(0o700);
  },
);
