import { execFileSync } from 'node:child_process';
import { chmod, mkdir, mkdtemp, rm, stat } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, expect, test } from 'vitest';
import { binaries } from './binaries.ts';
import { places } from './places.ts';
import { serverAccount } from './server-account.ts';

const folder = await mkdtemp(join(tmpdir(), 'gondola-places-'));
afterAll(() => rm(folder, { recursive: true, force: true }));

const account = await serverAccount();
const isRoot = account.uid !== undefined;

test('an ordinary user keeps the cluster in the data directory and runs the programs in place', async () => {
  const programs = await binaries();
  expect(await places(programs, join(folder, 'data'), {})).toEqual({
    programs,
    cluster: join(folder, 'data/postgres'),
  });
});

test.runIf(isRoot)(
  "root, from a folder closed to the server's user, gets programs and cluster where that user can go",
  async () => {
    await chmod(folder, 0o755);
    const closed = join(folder, 'closed');
    const open = join(folder, 'open');
    await mkdir(closed, { mode: 0o700 });
    await mkdir(open, { mode: 0o755 });
    const original = await binaries();
    execFileSync('cp', ['-a', join(original.postgres, '../..'), join(closed, 'native')]);
    const unreachable = {
      initdb: join(closed, 'native/bin/initdb'),
      postgres: join(closed, 'native/bin/postgres'),
    };

    const found = await places(unreachable, join(closed, 'data'), account, open);
    expect(found.cluster.startsWith(open)).toBe(true);
    const version = execFileSync(found.programs.postgres, ['--version'], {
      ...account,
      cwd: '/',
      encoding: 'utf8',
    });
    expect(version).toContain('18.');
    expect(await places(unreachable, join(closed, 'data'), account, open)).toEqual(found);
  },
);

test.runIf(isRoot)('a data directory that alone is closed is opened for passing through', async () => {
  await chmod(folder, 0o755);
  const data = await mkdtemp(join(folder, 'data-'));
  expect((await places(await binaries(), data, account)).cluster).toBe(join(data, 'postgres'));
  expect((await stat(data)).mode & 0o777).toBe(0o711);
});
