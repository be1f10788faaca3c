import type { Database, Transaction } from './open-database.ts';

/**
 * Runs SQL as a named statement, which the server parses and plans once a connection. An array is bound as one value, so that
 * a hundred rows need a handful of parameters instead of thousands. Timestamps are returned as text. Every name belongs to
 * exactly one SQL text.
 */
export async function namedQuery<Row extends object>(
  db: Database | Transaction,
  name: string,
  text: string,
  values: readonly unknown[],
): Promise<Row[]> {
  const query = { sql: text, params: [...values] };
  const prepared = db._.session.prepareQuery(query, undefined, `gondola_${name}`, false);
  const { rows } = (await prepared.execute()) as { rows: Row[] };
  return rows;
}
