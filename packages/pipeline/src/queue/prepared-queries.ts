import { createHash } from 'node:crypto';
import type { Transaction } from '@gondola/db';
import type { Db } from 'pg-boss';

/**
 * Lets pg-boss work inside our transaction with statements that are planned once a connection: planning is most of
 * what its long statements cost. Their texts depend on queue and options only, so there are few of them.
 */
export const preparedQueries = (tx: Transaction): Db => ({
  async executeSql(text, values) {
    const query = { sql: text, params: values ?? [] };
    // Several statements in one text cannot be prepared; they come without values.
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
