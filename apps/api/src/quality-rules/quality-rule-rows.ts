import { type Database, qualityRule } from '@gondola/db';
import { desc, sql } from 'drizzle-orm';
import { builtInRule, type QualityRuleRow } from '../graphql/nodes/loaders/quality-rule-loaders.ts';

/** Reads the rule in force of each scope, newest first; the built-in one is last, unless a rule for all replaces it. */
export async function readCurrentRules(db: Database): Promise<QualityRuleRow[]> {
  const model = sql`lower(${qualityRule.deviceModel})`;
  const rows: QualityRuleRow[] = await db
    .selectDistinctOn([qualityRule.storeId, model])
    .from(qualityRule)
    .orderBy(qualityRule.storeId, model, desc(qualityRule.createdAt), desc(qualityRule.id));
  const newestFirst = rows.sort((a, b) => Number(b.createdAt) - Number(a.createdAt));
  const isReplaced = rows.some(({ storeId, deviceModel }) => storeId === null && deviceModel === null);
  return isReplaced ? newestFirst : [...newestFirst, builtInRule];
}
