import { mkdir, readFile, rename, writeFile } from 'node:fs/promises';
import { dirname } from 'node:path';
import { z } from 'zod';

const stateFile = z.object({
  apiUrl: z.string(),
  /** Device key by store code. */
  deviceKeys: z.record(z.string(), z.string()),
  /** `store/aisle` of the bays that were given their version; people may have changed it since. */
  activatedBays: z.array(z.string()),
  /** SKUs whose reference image was handed over. */
  picturedSkus: z.array(z.string()),
});

/** What a simulator that starts again need not do again, and the keys that it could not get again. */
export type SetUpState = z.infer<typeof stateFile>;

export const freshState = (apiUrl: string): SetUpState => ({
  apiUrl,
  deviceKeys: {},
  activatedBays: [],
  picturedSkus: [],
});

/** The kept state; a fresh one when there is none, or when it belongs to another API. */
export async function readState(path: string, apiUrl: string): Promise<SetUpState> {
  const text = await readFile(path, 'utf8').catch(() => null);
  if (text === null) return freshState(apiUrl);
  try {
    const state = stateFile.parse(JSON.parse(text));
    return state.apiUrl === apiUrl ? state : freshState(apiUrl);
  } catch {
    return freshState(apiUrl);
  }
}

/** Written beside and renamed, readable by its owner alone: it holds device keys. */
export async function writeState(path: string, state: SetUpState): Promise<void> {
  await mkdir(dirname(path), { recursive: true });
  await writeFile(`${path}.new`, `${JSON.stringify(state, null, 2)}\n`, { mode: 0o600 });
  await rename(`${path}.new`, path);
}
