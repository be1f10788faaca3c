import { mkdirSync, readdirSync, rmSync, statSync } from 'node:fs';
import path from 'node:path';

/** A temporary file that is unchanged for this time has lost its writer, since no upload pauses for an hour. */
const abandonedAfterMs = 60 * 60 * 1000;

/** Creates the folder of half-written objects and removes those of dead writers. Live writers are not disturbed. */
export function sweepIncoming(folder: string, now = Date.now()): void {
  mkdirSync(folder, { recursive: true });
  for (const name of readdirSync(folder)) {
    const file = path.join(folder, name);
    const found = statSync(file, { throwIfNoEntry: false });
    if (found?.isFile() && now - found.mtimeMs > abandonedAfterMs) rmSync(file, { force: true });
  }
}
