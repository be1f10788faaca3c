import { mkdir, readFile, rename, writeFile } from 'node:fs/promises';
import { dirname } from 'node:path';
import { z } from 'zod';

const stateFile = z.object({
  apiUrl: z.string(),
  /** Device key by store code. */
  deviceKeys: z.record(z.string(), z.string()),
  /** `store/aisle` of the bays whose version was activated; a person may have changed the version since. */
  activatedBays: z.array(z.string()),
  /** SKUs whose reference image was uploaded. */
  picturedSkus: z.array(z.string()),
});

/** The finished steps of the set-up, and the device keys, which the API shows once only. */
export type SetUpState = z.infer<typeof stateFile>;

/** Returns the state before any step of the set-up. */
export const freshState = (apiUrl: string): SetUpState => ({
  apiUrl,
  deviceKeys: {},
  activatedBays: [],
  picturedSkus: [],
});

/** Reads the saved state; returns a fresh one when the file is absent or belongs to another API. */
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

/** Writes the state to a new file and renames it. Only the owner can read the file, because it holds device keys. */
export async function writeState(path: string, state: SetUpState): Promise<void> {
  await mkdir(dirname(path), { recursive: true });
  await writeFile(`${path}.new`, `${JSON.stringify(state, null, 2)}\n`, { mode: 0o600 });
  await rename(`${path}.new`, path);
}
