import { type OpenDatabase, openDatabase } from '@gondola/db';

export interface LockSession {
  /** The lock of this name, or null when another session has it. Asking for one that this session has is a mistake. */
  tryLock(name: string): Promise<(() => Promise<void>) | null>;
  /** Tells every process that somebody waits for this lock. */
  askForRelease(name: string): Promise<void>;
  close(): Promise<void>;
}

type Client = Awaited<ReturnType<typeof takeClient>>;
const takeClient = (database: OpenDatabase) => database.pool.connect();

const channel = 'gondola_upload_lock_asked';
/** Keeps the keys of these locks apart from other advisory locks of the same database. */
const keySpace = 1_970_302_579;

/**
 * One Postgres session for the locks of a process, opened when the first is asked for and again after it broke. A
 * machine that vanished without a word is noticed by the server within half a minute and its locks are freed.
 * Session locks and LISTEN need a connection of their own: not through a pooler in transaction mode.
 */
export function openLockSession(
  databaseUrl: string,
  { onReleaseAsked, onLost }: { onReleaseAsked(name: string): void; onLost(): void },
): LockSession {
  const database = openDatabase(databaseUrl, { maxConnections: 1 });
  let opening: Promise<Client> | null = null;
  let last: Promise<unknown> = Promise.resolve();

  /** One query at a time: a client takes no second one while it is at one. */
  function inTurn<T>(work: () => Promise<T>): Promise<T> {
    const turn = last.then(work, work);
    last = turn.catch(() => {});
    return turn;
  }

  async function open(): Promise<Client> {
    const client = await takeClient(database);
    const lose = () => {
      client.removeListener('error', lose);
      client.removeListener('end', lose);
      // A client that is gone may be reported twice, by an error and by its end.
      client.on('error', () => {});
      client.release(true);
      opening = null;
      onLost();
    };
    client.on('error', lose);
    client.on('end', lose);
    client.on('notification', ({ payload }) => payload !== undefined && onReleaseAsked(payload));
    await client
      .query(`set tcp_keepalives_idle = 10; set tcp_keepalives_interval = 5;
        set tcp_keepalives_count = 3; set application_name = 'gondola upload locks'; listen ${channel}`)
      .catch((error: unknown) => {
        client.removeListener('end', lose);
        client.release(true);
        throw error;
      });
    return client;
  }

  const session = (): Promise<Client> => {
    opening ??= open().catch((error: unknown) => {
      opening = null;
      throw error;
    });
    return opening;
  };

  return {
    async tryLock(name) {
      const client = await session();
      const { rows } = await inTurn(() =>
        client.query<{ locked: boolean }>('select pg_try_advisory_lock($1, hashtext($2)) as locked', [
          keySpace,
          name,
        ]),
      );
      if (!rows[0]?.locked) return null;
      return async () => {
        // The locks of a session that broke ended with it.
        if ((await opening) !== client) return;
        await inTurn(() =>
          client.query('select pg_advisory_unlock($1, hashtext($2))', [keySpace, name]),
        ).catch(() => {});
      };
    },
    async askForRelease(name) {
      const client = await session();
      await inTurn(() => client.query('select pg_notify($1, $2)', [channel, name]));
    },
    async close() {
      const client = await opening?.catch(() => null);
      client?.removeAllListeners('end');
      client?.release(true);
      await database.close();
    },
  };
}
