import { builder } from '../builder.ts';
import { builtInId, type QualityRuleRow, readCurrentRules } from '../queries/find-quality-rules.ts';
import { StoreNode } from './nodes.ts';
import { FinalQualityPolicyEnum } from './vocabulary.ts';

export const QualityRule = builder.objectRef<QualityRuleRow>('QualityRule').implement({
  description:
    'What a photo must be like. Of store and model, store, model, all: the first scope with a rule counts, and in it the newest.',
  fields: (t) => ({
    id: t.exposeID('id'),
    builtIn: t.boolean({ resolve: ({ id }) => id === builtInId }),
    store: t.field({
      type: StoreNode,
      nullable: true,
      description: 'Null: of every store.',
      resolve: (rule) => rule.storeId,
    }),
    deviceModel: t.exposeString('deviceModel', { nullable: true, description: 'Null: of every model.' }),
    minShortSidePx: t.exposeInt('minShortSidePx'),
    minSharpness: t.exposeFloat('minSharpness'),
    maxAspect: t.exposeFloat('maxAspect', { description: 'Long side over short side.' }),
    maxRetries: t.exposeInt('maxRetries', { description: 'Looks for better bytes before the final policy.' }),
    finalPolicy: t.expose('finalPolicy', { type: FinalQualityPolicyEnum }),
    note: t.exposeString('note'),
    createdBy: t.exposeString('createdBy', { nullable: true }),
    createdAt: t.expose('createdAt', { type: 'DateTime', nullable: true }),
  }),
});

builder.queryField('qualityRules', (t) =>
  t.field({
    type: [QualityRule],
    description:
      'The rule in force of each scope, newest first; the built-in one last, unless a rule for all replaces it.',
    authScopes: { may: 'qualityRuleList' },
    resolve: (_root, _args, { db }) => readCurrentRules(db),
  }),
);
