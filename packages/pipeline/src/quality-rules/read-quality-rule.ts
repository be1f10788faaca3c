import { type Database, qualityRule } from '@gondola/db';
import { desc, sql } from 'drizzle-orm';
import { builtInQualityRule, type QualityRule } from './quality-rule.ts';

/**
 * Returns the rule for a photo of a device model in a store. Scopes are tried in this order: store and model, store,
 * model, everywhere; the newest rule of the first non-empty scope applies. Model names are compared case-insensitively.
 * `deviceModel` null: unknown.
 */
export async function readQualityRule(
  db: Database,
  { storeId, deviceModel }: { storeId: string; deviceModel: string | null },
): Promise<QualityRule> {
  const [row] = await db
    .select()
    .from(qualityRule)
    .where(
      sql`(${qualityRule.storeId} is null or ${qualityRule.storeId} = ${storeId})
        and (${qualityRule.deviceModel} is null or lower(${qualityRule.deviceModel}) = lower(${deviceModel}::text))`,
    )
    .orderBy(
      sql`${qualityRule.storeId} is null`,
      sql`${qualityRule.deviceModel} is null`,
      desc(qualityRule.createdAt),
      desc(qualityRule.id),
    )
    .limit(1);
  if (!row) return builtInQualityRule;
  const { id, minShortSidePx, minSharpness, maxAspect, maxRetries, finalPolicy } = row;
  return { id, thresholds: { minShortSidePx, minSharpness, maxAspect }, maxRetries, finalPolicy };
}
