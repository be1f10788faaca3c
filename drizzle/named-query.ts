import type { Database, Transaction } from '@gondola/db';

/**
 * Runs SQL as a named statement: the server parses and plans it once a connection. Values are bound as they are, an
 * array as one value, so that a set of a hundred rows is a handful of parameters and not thousands. Timestamps come
 * back as text. One name belongs to one text.
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
