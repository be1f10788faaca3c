import { setTimeout as wait } from 'node:timers/promises';
import pg from 'pg';
import { tokenSetting } from './server-settings.ts';

/** Application name of a supervisor's session, whose presence proves that a process will stop the server. */
const supervisorName = 'gondola supervisor';

export interface Supervision {
  end(): Promise<void>;
}

/**
 * Holds a session open on the server while the supervisor runs, and reopens a session that was cut.
 *
 * @param token proves that the server is the one that was started with it, and not a stranger's on the same port.
 * @param calledOff ends the attempts: the server has ended.
 * @throws when the server does not accept a connection within the time.
 */
export async function supervise(
  url: string,
  token: string,
  timeoutMs: number,
  calledOff: AbortSignal,
): Promise<Supervision> {
  const ended = new AbortController();
  const signal = AbortSignal.any([ended.signal, calledOff]);
  const connect = (withinMs: number) =>
    connectWithin(url, withinMs, supervisorName, { token, signal, onCut: () => void reconnect() });
  let current = await connect(timeoutMs);
  async function reconnect(): Promise<void> {
    while (!signal.aborted) {
      await wait(500, undefined, { signal }).catch(() => {});
      const next = await connect(1_000).catch(() => undefined);
      if (next === undefined) continue;
      current = next;
      if (signal.aborted) await next.end();
      return;
    }
  }
  return {
    end: async () => {
      ended.abort();
      await current.end().catch(() => {});
    },
  };
}

/** Returns whether a supervisor holds the server; waits 3 s for a supervisor that is just starting. */
export async function isSupervised(url: string, timeoutMs: number): Promise<boolean> {
  const client = await connectWithin(url, timeoutMs, 'gondola start').catch(() => undefined);
  if (client === undefined) return false;
  try {
    for (let tries = 0; tries < 15; tries += 1) {
      const { rowCount } = await client.query('select from pg_stat_activity where application_name = $1', [
        supervisorName,
      ]);
      if (rowCount) return true;
      await wait(200);
    }
    return false;
  } finally {
    await client.end().catch(() => {});
  }
}

async function connectWithin(
  url: string,
  timeoutMs: number,
  name: string,
  { token, signal, onCut }: { token?: string; signal?: AbortSignal; onCut?: () => void } = {},
): Promise<pg.Client> {
  const deadline = Date.now() + timeoutMs;
  for (;;) {
    const client = new pg.Client({ connectionString: url, application_name: name });
    // A server that shuts down cuts the session with an error first.
    client.on('error', () => {});
    try {
      signal?.throwIfAborted();
      await client.connect();
      if (token !== undefined && (await tokenOf(client)) !== token)
        throw new Error('Another server uses the port.');
      if (onCut !== undefined) client.once('end', onCut);
      return client;
    } catch (fault) {
      await client.end().catch(() => {});
      signal?.throwIfAborted();
      // 28P01: the password is wrong, and a retry would not help.
      if (Date.now() >= deadline || (fault instanceof pg.DatabaseError && fault.code === '28P01'))
        throw fault;
      await wait(50);
    }
  }
}

async function tokenOf(client: pg.Client): Promise<string | null | undefined> {
  const { rows } = await client.query<{ token: string | null }>('select current_setting($1, true) as token', [
    tokenSetting,
  ]);
  return rows[0]?.token;
}
