import { mkdirSync, readdirSync, rmSync, statSync } from 'node:fs';
import path from 'node:path';

/** No upload writes for an hour without end: a temporary file untouched for so long has lost its writer. */
const abandonedAfterMs = 60 * 60 * 1000;

/** Makes the folder of half-written objects and removes those whose writer died. Other writers stay undisturbed. */
export function sweepIncoming(folder: string, now = Date.now()): void {
  mkdirSync(folder, { recursive: true });
  for (const name of readdirSync(folder)) {
    const file = path.join(folder, name);
    const found = statSync(file, { throwIfNoEntry: false });
    if (found?.isFile() && now - found.mtimeMs > abandonedAfterMs) rmSync(file, { force: true });
  }
}
