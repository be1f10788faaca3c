import { createHash } from 'node:crypto';
import { readdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';

const root = join(import.meta.dirname, '../..');
const web = join(root, 'apps/web');
/** Inside the build, so that it vanishes with it. */
const fingerprintFile = join(web, '.next/gondola-fingerprint');

/** Whether the production build in apps/web/.next was made from the sources as they are now. */
async function webBuildIsCurrent(): Promise<boolean> {
  const built = await readFile(fingerprintFile, 'utf8').catch(() => undefined);
  const complete = await readFile(join(web, '.next/BUILD_ID'), 'utf8').catch(() => undefined);
  return complete !== undefined && built === (await fingerprint());
}

/**
 * Builds the web app unless the build is current. Next.js builds one at a time and refuses the second: that one waits for
 * the first, whose build may be just what it wants.
 */
export async function buildWebIfStale(
  build: () => Promise<void>,
  say: (message: string) => void,
  stopped: AbortSignal,
): Promise<void> {
  if (await webBuildIsCurrent()) return;
  say('being built, which takes a minute or two and happens only when its sources changed ...');
  let waiting = false;
  while (!stopped.aborted && !(await webBuildIsCurrent())) {
    // Before the build: a file that is saved during it must count as new.
    const madeFrom = await fingerprint();
    try {
      await build();
      await writeFile(fingerprintFile, madeFrom);
      return;
    } catch (fault) {
      if (!String(fault).includes('Another next build process is already running')) throw fault;
      if (!waiting) say('waits for another build that is under way');
      waiting = true;
      await wait(10_000, undefined, { signal: stopped });
    }
  }
}

/** SHA-256 over the names and contents of everything that the web app is built from. */
async function fingerprint(): Promise<string> {
  const hash = createHash('sha256');
  for (const file of [...(await sources(web)), join(root, 'package-lock.json')].toSorted()) {
    hash.update(file.slice(root.length)).update('\0');
    hash.update(await readFile(file)).update('\0');
  }
  return hash.digest('hex');
}

async function sources(folder: string): Promise<string[]> {
  const files: string[] = [];
  for (const entry of await readdir(folder, { withFileTypes: true })) {
    if (notSources.has(entry.name)) continue;
    const path = join(folder, entry.name);
    if (entry.isDirectory()) files.push(...(await sources(path)));
    else files.push(path);
  }
  return files;
}

/** next-env.d.ts and tsconfig.tsbuildinfo are written by the build itself. */
const notSources = new Set(['node_modules', '.next', 'next-env.d.ts', 'tsconfig.tsbuildinfo']);
