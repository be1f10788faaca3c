import { readFileSync } from 'node:fs';
import { join, relative } from 'node:path';

/** Import name of a workspace's entry point (`@gondola/pipeline/intake`) to the file behind it. */
export type PackageEntries = ReadonlyMap<string, string>;

/** Reads the `exports` of the repository's own packages. `packages`: their folders, relative to the root. */
export function readPackageEntries(root: string, packages: readonly string[]): PackageEntries {
  return new Map(
    packages.flatMap((folder) => {
      const { name, exports = {} } = JSON.parse(readFileSync(join(root, folder, 'package.json'), 'utf8')) as {
        name: string;
        exports?: Record<string, string>;
      };
      return Object.entries(exports).map(([entry, file]) => [
        join(name, entry),
        relative(root, join(root, folder, file)),
      ]);
    }),
  );
}
