import { builder } from '../graphql/builder.ts';
import { ReprocessBatchNode, RescoreOfferNode } from '../graphql/nodes/nodes.ts';
import { readPage } from '../graphql/paging/read-page.ts';
import { OfferDecisionEnum } from '../graphql/vocabulary.ts';
import { countOffers, listOffers } from './breaker-rows.ts';

RescoreOfferNode.implement({
  description: 'An offer to analyse captures again that a lower tier scored while a provider was out.',
  fields: (t) => ({
    breaker: t.exposeString('breaker', { description: 'The name of the breaker whose provider was out.' }),
    outageFrom: t.expose('outageFrom', { type: 'DateTime' }),
    outageTo: t.expose('outageTo', { type: 'DateTime' }),
    captures: t.exposeInt('captures', {
      description: 'The number of such captures when the offer was made.',
    }),
    decision: t.expose('decision', { type: OfferDecisionEnum, nullable: true }),
    decidedBy: t.exposeString('decidedBy', { nullable: true }),
    decidedAt: t.expose('decidedAt', { type: 'DateTime', nullable: true }),
    batch: t.field({
      type: ReprocessBatchNode,
      nullable: true,
      description: 'The batch that analyses the captures again; null when none was started.',
      resolve: (offer) => offer.batchId,
    }),
    createdAt: t.expose('createdAt', { type: 'DateTime' }),
  }),
});

builder.queryField('rescoreOffers', (t) =>
  t.connection(
    {
      type: RescoreOfferNode,
      description: 'The offers, newest first: one for each outage in which lower tiers scored captures.',
      authScopes: { may: 'inferenceRead' },
      args: {
        open: t.arg.boolean({ description: 'True: only offers without a decision. False: only the others.' }),
      },
      resolve: async (_root, { open, ...request }, { db }) => ({
        ...(await readPage(listOffers(db, open ?? null), request)),
        count: () => countOffers(db, open ?? null),
      }),
    },
    {
      name: 'RescoreOfferConnection',
      fields: (c) => ({ totalCount: c.int({ resolve: ({ count }) => count() }) }),
    },
    { name: 'RescoreOfferEdge' },
  ),
);
