import { execFile } from 'node:child_process';
import { promisify } from 'node:util';

const run = promisify(execFile);

/** The account of the server process; empty for the account of this process. */
export interface ServerAccount {
  uid?: number;
  gid?: number;
}

/** Returns the account for the server. Postgres refuses to run as root, so root uses the user `postgres`, created if absent. */
export async function serverAccount(): Promise<ServerAccount> {
  if (process.getuid?.() !== 0) return {};
  const existing = await idsOf('postgres');
  if (existing !== undefined) return existing;
  // -f: no error for a group that another process has just created.
  await run('groupadd', ['-f', 'postgres']);
  await run('useradd', ['-g', 'postgres', '-M', '-s', '/usr/sbin/nologin', 'postgres']).catch(() => {});
  const created = await idsOf('postgres');
  if (created === undefined)
    throw new Error(
      'Postgres does not run as root, and the user "postgres" could not be created: run as another user, or set DATABASE_URL.',
    );
  return created;
}

async function idsOf(user: string): Promise<ServerAccount | undefined> {
  try {
    const [uid, gid] = await Promise.all([run('id', ['-u', user]), run('id', ['-g', user])]);
    return { uid: Number(uid.stdout), gid: Number(gid.stdout) };
  } catch {
    return undefined;
  }
}
