import { type Database, qualityRule } from '@gondola/db';
import { builtInQualityRule } from '@gondola/pipeline/quality';
import { desc, inArray, sql } from 'drizzle-orm';

export type QualityRuleRow = Omit<typeof qualityRule.$inferSelect, 'createdBy' | 'createdAt'> & {
  createdBy: string | null;
  createdAt: Date | null;
};

/** The id under which the built-in rule is told. */
export const builtInId = 'built-in';

const builtIn: QualityRuleRow = {
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

/** The rule in force of each scope, newest first; the built-in one last, unless a rule for all replaces it. */
export async function readCurrentRules(db: Database): Promise<QualityRuleRow[]> {
  const model = sql`lower(${qualityRule.deviceModel})`;
  const rows: QualityRuleRow[] = await db
    .selectDistinctOn([qualityRule.storeId, model])
    .from(qualityRule)
    .orderBy(qualityRule.storeId, model, desc(qualityRule.createdAt), desc(qualityRule.id));
  const newestFirst = rows.sort((a, b) => Number(b.createdAt) - Number(a.createdAt));
  const isReplaced = rows.some(({ storeId, deviceModel }) => storeId === null && deviceModel === null);
  return isReplaced ? newestFirst : [...newestFirst, builtIn];
}

/** Rules by id, in the order of the ids; the built-in one by its own. */
export async function readRules(db: Database, ids: string[]): Promise<(QualityRuleRow | null)[]> {
  const ofRows = ids.filter((id) => id !== builtInId);
  const rows: QualityRuleRow[] =
    ofRows.length === 0 ? [] : await db.select().from(qualityRule).where(inArray(qualityRule.id, ofRows));
  const byId = new Map([...rows, builtIn].map((row) => [row.id, row]));
  return ids.map((id) => byId.get(id) ?? null);
}
