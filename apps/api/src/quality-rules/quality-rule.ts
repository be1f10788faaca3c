import { builder } from '../graphql/builder.ts';
import { builtInId } from '../graphql/nodes/loaders/quality-rule-loaders.ts';
import { QualityRuleNode, StoreNode } from '../graphql/nodes/nodes.ts';
import { FinalQualityPolicyEnum } from '../graphql/vocabulary.ts';
import { readCurrentRules } from './quality-rule-rows.ts';

QualityRuleNode.implement({
  description:
    'What a photo must be like. The most specific rule applies: of store and model, then of store, then of model, then of all. The newest replaces earlier ones.',
  fields: (t) => ({
    builtIn: t.boolean({ resolve: ({ id }) => id === builtInId }),
    store: t.field({
      type: StoreNode,
      nullable: true,
      description: 'The store that the rule is for; null for every store.',
      resolve: (rule) => rule.storeId,
    }),
    deviceModel: t.exposeString('deviceModel', {
      nullable: true,
      description: 'The device model that the rule is for; null for every model.',
    }),
    minShortSidePx: t.exposeInt('minShortSidePx'),
    minSharpness: t.exposeFloat('minSharpness'),
    maxAspect: t.exposeFloat('maxAspect', {
      description: 'The longer side divided by the shorter one, at most.',
    }),
    maxRetries: t.exposeInt('maxRetries', {
      description:
        'How often a better photo is looked for before `finalPolicy` applies. The waits grow fourfold.',
    }),
    finalPolicy: t.expose('finalPolicy', { type: FinalQualityPolicyEnum }),
    note: t.exposeString('note'),
    createdBy: t.exposeString('createdBy', { nullable: true }),
    createdAt: t.expose('createdAt', { type: 'DateTime', nullable: true }),
  }),
});

builder.queryField('qualityRules', (t) =>
  t.field({
    type: [QualityRuleNode],
    description:
      'The rules in force, newest first. The built-in rule is last, unless a rule for all replaces it.',
    authScopes: { may: 'qualityRuleList' },
    resolve: (_root, _args, { db }) => readCurrentRules(db),
  }),
);
