import { randomBytes } from 'node:crypto';
import { link, mkdir, readFile, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { z } from 'zod';

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
  const text = await readFile(file, 'utf8').catch((fault: NodeJS.ErrnoException) => {
    if (fault.code === 'ENOENT') return undefined;
    throw new Error(`${file} cannot be read: it holds the secrets of this installation.`, { cause: fault });
  });
  if (text === undefined) return undefined;
  const secrets = schema.safeParse(parseJson(text));
  if (secrets.success) return secrets.data;
  throw new Error(
    `${file} is damaged. Put it back from a backup. Or remove it: a new one is created, everyone has to sign in again, and addresses of images that were handed out end.`,
  );
}

const schema = z.object({ authSecret: z.string().min(32), demoPassword: z.string().min(8) });

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

function letters(count: number): string {
  const alphabet = 'abcdefghijkmnpqrstuvwxyz23456789'; // 32: every byte modulo 32 is equally likely
  return Array.from(randomBytes(count), (byte) => alphabet[byte % alphabet.length]).join('');
}
