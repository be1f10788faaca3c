import { watch } from 'node:fs';
import { join } from 'node:path';

const root = join(import.meta.dirname, '../..');
/** An editor saves several files, and one file in several steps. */
const quietMs = 300;

/** Calls back once after each burst of changes to the sources in the folders. */
export function onSourcesChanged(folders: string[], changed: () => void): void {
  let timer: NodeJS.Timeout | undefined;
  for (const folder of folders) {
    const watcher = watch(join(root, folder), { recursive: true }, (_event, file) => {
      if (!file?.endsWith('.ts') || file.endsWith('.test.ts')) return;
      clearTimeout(timer);
      timer = setTimeout(changed, quietMs);
    });
    watcher.unref();
  }
}
