import { createHash } from 'node:crypto';
import type { Transaction } from '@gondola/db';
import type { Db } from 'pg-boss';

/**
 * Runs pg-boss inside our transaction with prepared statements. Each is planned once per connection, since planning is
 * most of the cost of its long statements. Their texts depend on queue and options only, so their number is small.
 */
export const preparedQueries = (tx: Transaction): Db => ({
  async executeSql(text, values) {
    const query = { sql: text, params: values ?? [] };
    // A text of several statements cannot be prepared; such texts have no values.
    const name = values?.length ? nameOf(text) : undefined;
    const result = await tx._.session.prepareQuery(query, undefined, name, false).execute();
    return result as { rows: unknown[] };
  },
});

const names = new Map<string, string>();

function nameOf(text: string): string {
  let name = names.get(text);
  if (name === undefined) {
    name = `boss_${createHash('sha256').update(text).digest('hex').slice(0, 32)}`;
    names.set(text, name);
  }
  return name;
}
