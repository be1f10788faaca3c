import { execFile } from 'node:child_process';
import { existsSync } from 'node:fs';
import { mkdir, readdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { promisify } from 'node:util';

const run = promisify(execFile);

/** Debian's Python, for which its packages are built; another Python first in PATH does not find them. */
export const python = '/usr/bin/python3';

/** Where an unpacked Swift finds its own modules and libraries, as variables of its processes. */
export interface Swift {
  variables: Record<string, string>;
  /** Of `swift-ring-builder`. */
  ringBuilder: string;
}

/**
 * Downloads Swift and whatever of its dependencies this machine lacks, and unpacks them below `folder`, once.
 * Nothing is installed. Throws when this is no Debian or Ubuntu, or when its package lists are missing.
 */
export async function unpackSwift(folder: string, say: (message: string) => void): Promise<Swift> {
  const root = join(folder, 'root');
  const done = join(folder, 'unpacked');
  if (!existsSync(done)) {
    await mkdir(root, { recursive: true });
    const names = await missingPackages();
    say(`downloading ${names.length} packages`);
    // Asked for by name, not installed: apt wants no root for it.
    await run('apt-get', ['download', ...names], { cwd: folder });
    for (const file of await readdir(folder))
      if (file.endsWith('.deb')) await run('dpkg', ['-x', join(folder, file), root]);
    await writeFile(done, names.join('\n'));
  }
  const [libraries] = await foldersOf(join(root, 'usr/lib'), /-linux-gnu$/);
  return {
    variables: {
      PYTHONPATH: join(root, 'usr/lib/python3/dist-packages'),
      LD_LIBRARY_PATH: libraries ?? '',
    },
    ringBuilder: join(root, 'usr/bin/swift-ring-builder'),
  };
}

async function missingPackages(): Promise<string[]> {
  // Swift's S3 door imports `requests` for a kind of sign-in that is not used here.
  const wanted = ['swift', 'python3-requests', 'python3-lxml'];
  const { stdout } = await run('apt-get', ['install', '--simulate', '--no-install-recommends', ...wanted], {
    env: { ...process.env, LC_ALL: 'C' },
  }).catch((cause: unknown) => {
    throw new Error('apt knows no Swift here: this needs Debian or Ubuntu, and `apt-get update` before', {
      cause,
    });
  });
  const missing = [...stdout.matchAll(/^Inst (\S+)/gm)].flatMap(([, name]) => name ?? []);
  // Its commands are looked for below `root`, also where Swift is installed and so not missing.
  return [...new Set([...missing, 'swift', 'python3-swift'])];
}

async function foldersOf(folder: string, name: RegExp): Promise<string[]> {
  return (await readdir(folder)).filter((entry) => name.test(entry)).map((entry) => join(folder, entry));
}
