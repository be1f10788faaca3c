import { execFile } from 'node:child_process';
import { chmod, cp, glob, mkdir, mkdtemp } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { promisify } from 'node:util';

const run = promisify(execFile);
const root = join(import.meta.dirname, '../..');

/** Makes an empty folder that other accounts may enter, as the embedded Postgres of root needs it. */
export async function makeEmptyFolder(): Promise<string> {
  const folder = await mkdtemp(join(tmpdir(), 'gondola-install-'));
  await chmod(folder, 0o755);
  return folder;
}

/**
 * Copies what `git clone` and `npm ci` would bring, as it is here: the sources as they are now, installed packages as links, and
 * the built web app. Takes seconds in place of minutes.
 */
export async function copyInstalled(folder: string): Promise<void> {
  const { stdout } = await run('git', ['ls-files', '-z', '--cached', '--others', '--exclude-standard'], {
    cwd: root,
    maxBuffer: 16 * 1024 * 1024,
  });
  for (const file of stdout.split('\0').filter((name) => name !== '')) {
    await mkdir(dirname(join(folder, file)), { recursive: true });
    // A file that was deleted and not committed yet is still listed.
    await cp(join(root, file), join(folder, file)).catch((fault: NodeJS.ErrnoException) => {
      if (fault.code !== 'ENOENT') throw fault;
    });
  }
  // npm puts some packages into a workspace's own folder.
  for await (const path of glob('{.,drizzle,e2e,apps/*,packages/*}/node_modules', { cwd: root }))
    await run('cp', ['-al', join(root, path), join(folder, path)]);
  await run('cp', ['-a', join(root, 'apps/web/.next'), join(folder, 'apps/web/.next')]);
}
