import { qualityRule } from '@gondola/db';
import { builtInQualityRule } from '@gondola/pipeline/quality-rules';
import { and, inArray } from 'drizzle-orm';
import { inStoreOrAll, type Load } from './limit-rows.ts';

export type QualityRuleRow = Omit<typeof qualityRule.$inferSelect, 'createdBy' | 'createdAt'> & {
  createdBy: string | null;
  createdAt: Date | null;
};

/** The id of the built-in rule, which is in no row: the nil UUID. */
export const builtInId = '00000000-0000-0000-0000-000000000000';

export const builtInRule: QualityRuleRow = {
  id: builtInId,
  storeId: null,
  deviceModel: null,
  ...builtInQualityRule.thresholds,
  maxRetries: builtInQualityRule.maxRetries,
  finalPolicy: builtInQualityRule.finalPolicy,
  note: 'Built in: holds where nobody has set a rule.',
  createdBy: null,
  createdAt: null,
};

/** The built-in rule is in no row. */
export const loadQualityRules: Load<QualityRuleRow> = async (db, ids, storeId) => {
  const rows: QualityRuleRow[] = await db
    .select()
    .from(qualityRule)
    .where(and(inArray(qualityRule.id, ids), inStoreOrAll(qualityRule.storeId, storeId)));
  return ids.includes(builtInId) ? [...rows, builtInRule] : rows;
};
