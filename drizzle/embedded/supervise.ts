import { setTimeout as wait } from 'node:timers/promises';
import pg from 'pg';

/** How a supervisor's session is known to others: its presence is the proof that somebody will stop the server. */
const supervisorName = 'gondola supervisor';

export interface Supervision {
  end(): Promise<void>;
}

/**
 * Holds a session open on the server for as long as the supervisor lives, and opens it again when it is cut.
 * @throws when the server does not accept a connection within the time.
 */
export async function supervise(url: string, timeoutMs: number): Promise<Supervision> {
  let ended = false;
  let current = await connectWithin(url, timeoutMs, supervisorName, () => void reconnect());
  async function reconnect(): Promise<void> {
    while (!ended) {
      await wait(500);
      const next = await connectWithin(url, 1_000, supervisorName, () => void reconnect()).catch(
        () => undefined,
      );
      if (next === undefined) continue;
      current = next;
      if (ended) await next.end();
      return;
    }
  }
  return {
    end: async () => {
      ended = true;
      await current.end().catch(() => {});
    },
  };
}

/** Whether a supervisor holds the server, given 3 s for one that is just starting to show itself. */
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
  onCut?: () => void,
): Promise<pg.Client> {
  const deadline = Date.now() + timeoutMs;
  for (;;) {
    const client = new pg.Client({ connectionString: url, application_name: name });
    // A server that shuts down cuts the session with an error first.
    client.on('error', () => {});
    try {
      await client.connect();
      if (onCut !== undefined) client.once('end', onCut);
      return client;
    } catch (fault) {
      // 28P01: the password is not this cluster's; waiting does not mend that.
      if (Date.now() >= deadline || (fault instanceof pg.DatabaseError && fault.code === '28P01'))
        throw fault;
      await wait(50);
    }
  }
}
