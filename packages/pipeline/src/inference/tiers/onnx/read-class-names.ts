import { readFile } from 'node:fs/promises';
import { readNames } from '../../detector/model-notes.ts';
import { TierFault } from '../../tier.ts';

/** Class names from a file: a JSON list, a JSON object by number, or one a line. @throws TierFault in plain words. */
export async function readClassNames(path: string): Promise<string[]> {
  const text = await readFile(path, 'utf8').catch((error: NodeJS.ErrnoException) => {
    throw new TierFault('NOT_READY', `the class names in ${path} cannot be read: ${error.message}`, {
      cause: error,
    });
  });
  const isJson = /^\s*[[{]/.test(text);
  const names = isJson
    ? readNames(text)
    : text
        .split(/\r?\n/)
        .map((line) => line.trim())
        .filter((line) => line !== '');
  if (!names || names.length === 0)
    throw new TierFault('CONFIGURATION', `${path} holds no class names: a JSON list, or one name a line`);
  return names;
}
