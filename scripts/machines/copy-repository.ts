import { cp, mkdir, readdir, symlink } from 'node:fs/promises';
import { basename, join } from 'node:path';

/** Neither needed to start, nor small. */
const leftOut = new Set(['.git', '.gondola', 'cache', 'node_modules']);

/**
 * Copies the repository with its built web app. The packages of npm are links to the installed ones; those of the repository
 * are its own.
 */
export async function copyRepository(from: string, to: string): Promise<void> {
  await cp(from, to, {
    recursive: true,
    filter: (source) => source === from || !leftOut.has(basename(source)),
  });
  await linkPackages(join(from, 'node_modules'), join(to, 'node_modules'));
  for (const workspace of ['apps/api', 'apps/web'])
    await linkPackages(join(from, workspace, 'node_modules'), join(to, workspace, 'node_modules'));
}

async function linkPackages(from: string, to: string): Promise<void> {
  const names = await readdir(from).catch(() => []);
  await mkdir(to, { recursive: true });
  for (const name of names) {
    if (name === '.cache') continue;
    // Links of the repository's own packages lead to the copy, as they are relative.
    if (name === '@gondola')
      await cp(join(from, name), join(to, name), { recursive: true, verbatimSymlinks: true });
    else await symlink(join(from, name), join(to, name));
  }
}
