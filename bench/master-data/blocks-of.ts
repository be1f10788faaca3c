import type { Database } from '@gondola/db';
import { type SQL, sql } from 'drizzle-orm';

interface PlanNode {
  'Shared Hit Blocks': number;
  'Shared Read Blocks': number;
}

/** Returns how many blocks of 8 kB a statement reads, from the cache or not. */
export async function blocksOf(db: Database, statement: SQL): Promise<number> {
  const { rows } = await db.execute<{ 'QUERY PLAN': { Plan: PlanNode }[] }>(
    sql`explain (analyze, buffers, format json) ${statement}`,
  );
  const plan = rows[0]?.['QUERY PLAN'][0]?.Plan;
  if (!plan) throw new Error('the statement has no plan');
  return plan['Shared Hit Blocks'] + plan['Shared Read Blocks'];
}
