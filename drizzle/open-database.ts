import { drizzle, type NodePgDatabase } from 'drizzle-orm/node-postgres';
import pg from 'pg';
import * as schema from './schema/index.ts';

export type Database = NodePgDatabase<typeof schema>;
export type Transaction = Parameters<Parameters<Database['transaction']>[0]>[0];

export interface OpenDatabase {
  db: Database;
  pool: pg.Pool;
  close(): Promise<void>;
}

/**
 * Opens a pool. Every session runs in UTC, with a limit of 10 s for a lock and 30 s for an idle transaction. One stuck client
 * therefore cannot block the fleet or the vacuum of the queue.
 */
export function openDatabase(url: string, options: { maxConnections?: number } = {}): OpenDatabase {
  const pool = new pg.Pool({
    connectionString: url,
    max: options.maxConnections ?? 10,
    options: '-c timezone=UTC -c lock_timeout=10s -c idle_in_transaction_session_timeout=30s',
  });
  // The pool replaces a dropped idle connection. Without a listener the error would end the process.
  pool.on('error', () => {});
  // The same holds for a connection in use: its query rejects, and the caller handles the loss.
  pool.on('connect', (client) => client.on('error', () => {}));
  return { db: drizzle(pool, { schema }), pool, close: () => pool.end() };
}
