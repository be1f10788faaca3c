import { randomBytes } from 'node:crypto';
import { link, mkdir, readFile, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';

export interface LocalSecrets {
  authSecret: string;
  demoPassword: string;
}

/**
 * The secrets of this machine's own instance, made at the first start and kept in the data directory, readable by its
 * owner alone.
 */
export async function localSecrets(dataDir: string): Promise<LocalSecrets> {
  const file = join(dataDir, 'secrets.json');
  const known = await readSecrets(file);
  if (known) return known;
  await mkdir(dataDir, { recursive: true, mode: 0o755 });
  const made: LocalSecrets = {
    authSecret: randomBytes(32).toString('base64url'),
    // Typed by hand at the login page: no look-alike letters, 62 bits.
    demoPassword: letters(13),
  };
  const draft = `${file}.${process.pid}`;
  await writeFile(draft, `${JSON.stringify(made, null, 2)}\n`, { mode: 0o600 });
  // A link fails where a file stands already: of two first starts both take the secrets of the one that came first.
  await link(draft, file).catch(() => {});
  await rm(draft);
  return (await readSecrets(file)) ?? made;
}

async function readSecrets(file: string): Promise<LocalSecrets | undefined> {
  const text = await readFile(file, 'utf8').catch(() => undefined);
  return text === undefined ? undefined : (JSON.parse(text) as LocalSecrets);
}

function letters(count: number): string {
  const alphabet = 'abcdefghijkmnpqrstuvwxyz23456789'; // 32: every byte modulo 32 is equally likely
  return Array.from(randomBytes(count), (byte) => alphabet[byte % alphabet.length]).join('');
}
