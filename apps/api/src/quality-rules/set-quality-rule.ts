import { setQualityRule } from '@gondola/pipeline/quality-rules';
import { findUnknownStores } from '@gondola/pipeline/stores';
import { actorOf } from '../auth/viewer.ts';
import type { ApiContext } from '../context.ts';
import { builder } from '../graphql/builder.ts';
import { UserError, type UserErrorShape } from '../graphql/errors/problem.ts';
import { findTextErrors } from '../graphql/errors/text-limits.ts';
import type { QualityRuleRow } from '../graphql/nodes/loaders/quality-rule-loaders.ts';
import { QualityRuleNode } from '../graphql/nodes/nodes.ts';
import { FinalQualityPolicyEnum } from '../graphql/vocabulary.ts';

interface Payload {
  rule: QualityRuleRow | null;
  userErrors: UserErrorShape[];
}

const QualityRuleSetPayload = builder.objectRef<Payload>('QualityRuleSetPayload').implement({
  fields: (t) => ({
    rule: t.expose('rule', { type: QualityRuleNode, nullable: true }),
    userErrors: t.expose('userErrors', { type: [UserError] }),
  }),
});

const QualityRuleSetInput = builder.inputType('QualityRuleSetInput', {
  fields: (t) => ({
    storeCode: t.string({
      description: 'The code of the store that the rule is for; left out for every store.',
    }),
    deviceModel: t.string({
      description: 'The device model that the rule is for, in any letter case; left out for every model.',
    }),
    minShortSidePx: t.int({ required: true }),
    minSharpness: t.float({ required: true }),
    maxAspect: t.float({ required: true }),
    maxRetries: t.int({ required: true }),
    finalPolicy: t.field({ type: FinalQualityPolicyEnum, required: true }),
    note: t.string({ required: true, description: 'Why the rule is set, at most 2000 characters.' }),
  }),
});
type Input = typeof QualityRuleSetInput.$inferInput;

builder.mutationField('qualityRuleSet', (t) =>
  t.field({
    type: QualityRuleSetPayload,
    description:
      'Sets the rule of a store, of a device model, of both or of all. Photos are checked by it from now on.',
    authScopes: { may: 'qualityRuleSet' },
    args: { input: t.arg({ type: QualityRuleSetInput, required: true }) },
    resolve: (_root, { input }, context) => setRule(context, input),
  }),
);

async function setRule({ db, viewer }: ApiContext, input: Input): Promise<Payload> {
  const { storeCode } = input;
  const userErrors = findErrors(input);
  if (userErrors.length > 0) {
    const isUnknown = typeof storeCode === 'string' && (await findUnknownStores(db, [storeCode])).length > 0;
    return { rule: null, userErrors: isUnknown ? [...userErrors, storeUnknown(storeCode)] : userErrors };
  }
  const deviceModel = input.deviceModel?.trim() ?? null;
  const result = await setQualityRule(db, actorOf(viewer), { ...input, deviceModel });
  return 'rule' in result
    ? { ...result, userErrors: [] }
    : { rule: null, userErrors: [storeUnknown(result.storeCode)] };
}

const storeUnknown = (storeCode: string): UserErrorShape => ({
  code: 'STORE_UNKNOWN',
  message: `There is no store "${storeCode}".`,
  field: ['storeCode'],
});

/** Limits of useful rules: no accepted photo has a longer side, and a wait grows fourfold with each attempt. */
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
