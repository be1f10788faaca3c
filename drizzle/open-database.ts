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
 * Opens a pool. Every session runs in UTC and gives up on a lock after 10 s and on an idle transaction after 30 s,
 * so that one stuck client cannot hold up the fleet or the vacuum of the queue.
 */
export function openDatabase(url: string, options: { maxConnections?: number } = {}): OpenDatabase {
  const pool = new pg.Pool({
    connectionString: url,
    max: options.maxConnections ?? 10,
    options: '-c timezone=UTC -c lock_timeout=10s -c idle_in_transaction_session_timeout=30s',
  });
  // A dropped idle connection is the pool's to replace; without a listener it would end the process.
  pool.on('error', () => {});
  // Nor may one that is lost while it is lent out: its query rejects, and that is where the loss is dealt with.
  pool.on('connect', (client) => client.on('error', () => {}));
  return { db: drizzle(pool, { schema }), pool, close: () => pool.end() };
}
