import { qualityRule } from '@gondola/db';
import { type Person, personOf } from '../auth/viewer.ts';
import { builder } from '../builder.ts';
import type { ApiContext } from '../context.ts';
import type { QualityRuleRow } from '../queries/find-quality-rules.ts';
import { findStore } from '../queries/find-store.ts';
import { writeAudit } from '../queries/write-audit.ts';
import { UserError, type UserErrorShape } from './problem.ts';
import { QualityRule } from './quality-rule.ts';
import { findTextErrors } from './text-limits.ts';
import { FinalQualityPolicyEnum } from './vocabulary.ts';

interface Payload {
  rule: QualityRuleRow | null;
  userErrors: UserErrorShape[];
}

const QualityRuleSetPayload = builder.objectRef<Payload>('QualityRuleSetPayload').implement({
  fields: (t) => ({
    rule: t.expose('rule', { type: QualityRule, nullable: true }),
    userErrors: t.expose('userErrors', { type: [UserError] }),
  }),
});

const QualityRuleSetInput = builder.inputType('QualityRuleSetInput', {
  fields: (t) => ({
    storeCode: t.string({ description: 'Left out: every store.' }),
    deviceModel: t.string({ description: 'Left out: every model. Letter case does not count.' }),
    minShortSidePx: t.int({ required: true }),
    minSharpness: t.float({ required: true }),
    maxAspect: t.float({ required: true }),
    maxRetries: t.int({ required: true }),
    finalPolicy: t.field({ type: FinalQualityPolicyEnum, required: true }),
    note: t.string({ required: true, description: 'Why.' }),
  }),
});
type Input = typeof QualityRuleSetInput.$inferInput;

builder.mutationField('qualityRuleSet', (t) =>
  t.field({
    type: QualityRuleSetPayload,
    description:
      'Sets the rule of a scope; it holds from the next look at a photo on. Earlier rules are kept.',
    authScopes: { may: 'qualityRuleSet' },
    args: { input: t.arg({ type: QualityRuleSetInput, required: true }) },
    resolve: (_root, { input }, context) => setRule(context, personOf(context.viewer), input),
  }),
);

async function setRule({ db }: ApiContext, person: Person, input: Input): Promise<Payload> {
  const { storeCode, ...asked } = input;
  const deviceModel = asked.deviceModel?.trim() ?? null;
  const userErrors = findErrors(input);
  const store = storeCode ? await findStore(db, storeCode) : null;
  if (typeof storeCode === 'string' && store === null)
    userErrors.push({
      code: 'STORE_UNKNOWN',
      message: `There is no store "${storeCode}".`,
      field: ['storeCode'],
    });
  if (userErrors.length > 0) return { rule: null, userErrors };
  return db.transaction(async (tx): Promise<Payload> => {
    const [rule] = await tx
      .insert(qualityRule)
      .values({ ...asked, deviceModel, storeId: store?.id ?? null, createdBy: person.email })
      .returning();
    if (!rule) throw new Error('the quality rule was not written');
    await writeAudit(tx, person, 'qualityRuleSet', `quality-rule:${rule.id}`, {
      ...asked,
      storeCode,
      deviceModel,
    });
    return { rule, userErrors: [] };
  });
}

/** Borders that no photo is judged by: 50 MP has no longer side, and a wait grows fourfold with each look. */
const ranges = {
  minShortSidePx: [0, 10_000],
  minSharpness: [0, 100_000],
  maxAspect: [1, 100],
  maxRetries: [0, 10],
} as const;

function findErrors(input: Input): UserErrorShape[] {
  const outside = Object.entries(ranges).flatMap(([field, [least, most]]): UserErrorShape[] => {
    const value = input[field as keyof typeof ranges];
    if (value >= least && value <= most) return [];
    return [
      { code: 'OUT_OF_RANGE', message: `${field} must be between ${least} and ${most}.`, field: [field] },
    ];
  });
  const texts = findTextErrors({
    deviceModel: { value: input.deviceModel, limit: 'name' },
    note: { value: input.note, limit: 'note' },
  });
  return [...outside, ...texts];
}
