import { parseArgs } from 'node:util';

export interface AdminCommand {
  email: string;
  /** Null: a link to set one is printed. */
  password: string | null;
  /** Undefined: the embedded Postgres of the data folder. */
  databaseUrl: string | undefined;
  dataDir: string;
  publicUrl: string;
}

export const usage = `npm run admin -- create --email YOU@EXAMPLE.COM

Makes an admin and prints a link to set the password; it works once, within 24 hours. A person with that e-mail address becomes an
admin and gets a new link. With GONDOLA_ADMIN_PASSWORD set, that is the password, and no link is printed.
Settings come from the environment and .env: DATABASE_URL or GONDOLA_DATA_DIR, and PUBLIC_URL.`;

/** Reads the command line and the environment. Returns what is wrong, for a person. */
export function readCommand(args: string[], env: NodeJS.ProcessEnv): AdminCommand | { problem: string } {
  try {
    const { values, positionals } = parseArgs({
      args,
      allowPositionals: true,
      options: { email: { type: 'string' } },
    });
    if (positionals.length !== 1 || positionals[0] !== 'create') return { problem: 'The command is: create' };
    const email = values.email ?? '';
    // better-auth checks the whole form at sign-in; this catches a forgotten or swapped value.
    if (!/^[^\s@]+@[^\s@]+$/.test(email))
      return { problem: `--email is "${email}": an e-mail address is needed.` };
    const password = env.GONDOLA_ADMIN_PASSWORD || null;
    if (password !== null && (password.length < 8 || password.length > 128))
      return { problem: 'GONDOLA_ADMIN_PASSWORD needs 8 to 128 characters.' };
    const publicUrl = env.PUBLIC_URL || `http://localhost:${env.PORT_WEB || 3000}`;
    if (!URL.canParse(publicUrl)) return { problem: `PUBLIC_URL is "${publicUrl}": an address is needed.` };
    return {
      email,
      password,
      databaseUrl: env.DATABASE_URL || undefined,
      dataDir: env.GONDOLA_DATA_DIR || '.gondola',
      publicUrl: new URL(publicUrl).origin,
    };
  } catch (error) {
    return { problem: error instanceof Error ? error.message : String(error) };
  }
}
