import { createHash } from 'node:crypto';
import { access, cp, rename, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { runningPostmaster } from './running-postmaster.ts';

/**
 * Moves a cluster into its data folder that an earlier version created elsewhere: root's cluster of a closed data folder was
 * in /var/lib/gondola, in a folder named after the data folder's path.
 */
export async function moveEarlierCluster(
  dataDir: string,
  directory: string,
  earlierFolder = '/var/lib/gondola',
): Promise<void> {
  const name = createHash('sha256').update(dataDir).digest('hex').slice(0, 12);
  const earlier = join(earlierFolder, `data-${name}`, 'postgres');
  // A data folder without secrets is a new one, under the path of one that was removed.
  const isOfThisFolder = (await exists(join(dataDir, 'secrets.json'))) && (await exists(earlier));
  if (!isOfThisFolder || (await exists(directory))) return;
  if ((await runningPostmaster(earlier)) !== undefined)
    throw new Error(`An earlier version of Gondola still uses the database ${earlier}. Stop it first.`);
  try {
    await rename(earlier, directory);
  } catch {
    // Another file system: copied under another name first, so that a half copy is never used.
    const draft = `${directory}.draft-${process.pid}`;
    await cp(earlier, draft, { recursive: true, preserveTimestamps: true });
    await rename(draft, directory);
    await rm(earlier, { recursive: true });
  }
}

const exists = (path: string) =>
  access(path).then(
    () => true,
    () => false,
  );
