import { type Database, type FinalQualityPolicy, qualityRule } from '@gondola/db';
import type { Actor } from '../audit/actor.ts';
import { recordAudit } from '../audit/record-audit.ts';
import { findStore } from '../stores/find-store.ts';

export interface NewQualityRule {
  /** Absent or null: all stores. */
  storeCode?: string | null | undefined;
  /** Null: all models. */
  deviceModel: string | null;
  minShortSidePx: number;
  minSharpness: number;
  maxAspect: number;
  maxRetries: number;
  finalPolicy: FinalQualityPolicy;
  /** The reason for the rule. */
  note: string;
}

export type QualityRuleSetting =
  | { rule: typeof qualityRule.$inferSelect }
  | { problem: 'STORE_UNKNOWN'; storeCode: string };

/** Sets the rule of a scope, valid from the next photo on. Earlier rules stay in the database. */
export async function setQualityRule(
  db: Database,
  actor: Actor,
  { storeCode, ...settings }: NewQualityRule,
): Promise<QualityRuleSetting> {
  const store = storeCode ? await findStore(db, storeCode) : null;
  if (typeof storeCode === 'string' && store === null) return { problem: 'STORE_UNKNOWN', storeCode };
  return db.transaction(async (tx) => {
    const [rule] = await tx
      .insert(qualityRule)
      .values({ ...settings, storeId: store?.id ?? null, createdBy: actor.name })
      .returning();
    if (!rule) throw new Error('the quality rule was not written');
    await recordAudit(tx, actor, {
      action: 'qualityRuleSet',
      object: `quality-rule:${rule.id}`,
      facts: { ...settings, storeCode },
    });
    return { rule };
  });
}
