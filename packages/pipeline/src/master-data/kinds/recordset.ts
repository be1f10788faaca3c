import { type SQL, sql } from 'drizzle-orm';
import { v7 } from 'uuid';
import type { Values } from '../tables/column.ts';

/**
 * Returns rows as a set in SQL named `r`, sent as one parameter: `line`, a new `id`, and the columns of the declaration, such
 * as `store text, width_mm float8`.
 */
export function recordset(rows: readonly { line: number; values: Values }[], declaration: string): SQL {
  const values = rows.map(({ line, values: row }) => ({ line, id: v7(), ...row }));
  return sql`jsonb_to_recordset(${JSON.stringify(values)}::jsonb) as r(line int, id uuid, ${sql.raw(declaration)})`;
}
