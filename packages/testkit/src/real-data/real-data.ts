import { existsSync } from 'node:fs';
import { readdir, readFile } from 'node:fs/promises';
import path from 'node:path';
import { readRealDataEnv } from './env.ts';

const shared = path.resolve(import.meta.dirname, '../../../../../shared');
const env = readRealDataEnv();
/** The folder of the real photos and files, which need not exist. */
export const realDataFolder = path.resolve(env.folder ?? path.join(shared, 'data'));

/** Whether the real photos, which live outside the repository, are here; tests that need them skip where they are not. */
export const hasRealData = existsSync(realDataFolder);
// Where they should be, a skipped test would be a silent one.
if (!hasRealData && env.inCi && existsSync(shared)) throw new Error(`no real data at ${realDataFolder}`);

/** Goes behind the title of a test that needs them, so that a skipped one says why. */
export const orSkipped = hasRealData ? '' : ' (skipped: no real data)';

/** A file by its path within the folder, or by an absolute one. */
export const readReal = (name: string): Promise<Uint8Array> => readFile(path.resolve(realDataFolder, name));

/** All files of a set, by absolute path, in the order of their names; manifests and licences left out. */
export async function listReal(set: string): Promise<string[]> {
  const entries = await readdir(path.join(realDataFolder, set), { recursive: true, withFileTypes: true });
  return entries
    .filter((entry) => entry.isFile() && !/\.(json|md|txt|csv|yaml)$|LICEN|README/i.test(entry.name))
    .map((entry) => path.join(entry.parentPath, entry.name))
    .sort();
}
