import { mkdir, rm, stat, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';

/**
 * Creates the data folder if absent, and proves that it can be written.
 * @throws in words that name the folder, the variable that sets it, the cause and what to do.
 */
export async function prepareDataFolder(dataDir: string): Promise<void> {
  const proof = join(dataDir, `.proof-${process.pid}`);
  try {
    await makeFolder(dataDir);
    await writeFile(proof, 'proof');
    await rm(proof);
  } catch (cause) {
    await rm(proof, { force: true }).catch(() => {});
    const code = (cause as NodeJS.ErrnoException).code ?? '';
    throw new Error(
      `The data folder ${dataDir} cannot be written: ${words[code] ?? 'the system refuses it'}. ` +
        'Set GONDOLA_DATA_DIR to a folder of yours with room.',
      { cause },
    );
  }
}

/** Creates a folder and those above it. Node's own recursive mkdir calls EROFS ENOENT, and never ends in /proc. */
async function makeFolder(folder: string): Promise<void> {
  const make = () => mkdir(folder, { mode: 0o755 });
  try {
    await make();
  } catch (fault) {
    const { code } = fault as NodeJS.ErrnoException;
    if (code === 'EEXIST' && (await stat(folder)).isDirectory()) return;
    if (code !== 'ENOENT' || dirname(folder) === folder) throw fault;
    await makeFolder(dirname(folder));
    await make();
  }
}

const words: Record<string, string> = {
  EACCES: 'it, or a folder above it, belongs to another user',
  EPERM: 'it, or a folder above it, belongs to another user',
  EROFS: 'its file system is read-only',
  ENOENT: 'its file system takes no folders, or a link in its path leads nowhere',
  ENOTDIR: 'a part of its path is a file',
  EEXIST: 'there is a file of this name',
  ENOSPC: 'its disk is full',
  EDQUOT: 'the quota of its disk is used up',
};
