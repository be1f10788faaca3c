import { dismissRescoreOffer } from '@gondola/pipeline/breakers';
import { personOf } from '../auth/viewer.ts';
import { builder } from '../builder.ts';
import type { ApiContext } from '../context.ts';
import { countOffers, listOffers, type RescoreOfferRow } from '../queries/find-breakers.ts';
import { readPage } from '../queries/read-page.ts';
import { uuidOf } from './node-id.ts';
import { UserError, type UserErrorShape } from './problem.ts';
import { OfferDecisionEnum } from './vocabulary.ts';

const RescoreOffer = builder.objectRef<RescoreOfferRow>('RescoreOffer').implement({
  description:
    'Captures that a lower tier scored while a provider was out. An offer can be dismissed; it cannot be accepted yet: there are no batches that ask a tier again.',
  fields: (t) => ({
    id: t.exposeID('id'),
    breaker: t.exposeString('breaker', { description: 'Of the provider that was out.' }),
    outageFrom: t.expose('outageFrom', { type: 'DateTime' }),
    outageTo: t.expose('outageTo', { type: 'DateTime' }),
    captures: t.exposeInt('captures', { description: 'When the offer was made.' }),
    decision: t.expose('decision', { type: OfferDecisionEnum, nullable: true }),
    decidedBy: t.exposeString('decidedBy', { nullable: true }),
    decidedAt: t.expose('decidedAt', { type: 'DateTime', nullable: true }),
    createdAt: t.expose('createdAt', { type: 'DateTime' }),
  }),
});

builder.queryField('rescoreOffers', (t) =>
  t.connection(
    {
      type: RescoreOffer,
      description: 'One per outage that left captures behind. Newest first; 50 unless told, 200 at most.',
      authScopes: { may: 'inferenceRead' },
      args: { open: t.arg.boolean({ description: 'Only those not decided on, or only the others.' }) },
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

interface Payload {
  offer: RescoreOfferRow | null;
  userErrors: UserErrorShape[];
}

const RescoreOfferPayload = builder.objectRef<Payload>('RescoreOfferPayload').implement({
  fields: (t) => ({
    offer: t.expose('offer', { type: RescoreOffer, nullable: true }),
    userErrors: t.expose('userErrors', { type: [UserError] }),
  }),
});

const RescoreOfferDismissInput = builder.inputType('RescoreOfferDismissInput', {
  fields: (t) => ({ id: t.id({ required: true }) }),
});

builder.mutationField('rescoreOfferDismiss', (t) =>
  t.field({
    type: RescoreOfferPayload,
    description: 'The captures stay as they were scored.',
    authScopes: { may: 'rescoreOfferDismiss' },
    args: { input: t.arg({ type: RescoreOfferDismissInput, required: true }) },
    resolve: (_root, { input }, context) => dismiss(context, input.id),
  }),
);

async function dismiss({ db, viewer }: ApiContext, given: string): Promise<Payload> {
  const { id: userId, email, role } = personOf(viewer);
  const id = uuidOf('RescoreOffer', given);
  if (id === null) return { offer: null, userErrors: [problems.OFFER_UNKNOWN] };
  const { offer, problem } = await dismissRescoreOffer(db, { id, actor: email, facts: { userId, role } });
  return { offer, userErrors: problem === null ? [] : [problems[problem]] };
}

const problems: Record<'OFFER_UNKNOWN' | 'ALREADY_DECIDED', UserErrorShape> = {
  OFFER_UNKNOWN: { code: 'OFFER_UNKNOWN', message: 'There is no offer of this id.', field: ['id'] },
  ALREADY_DECIDED: {
    code: 'ALREADY_DECIDED',
    message: 'This offer has been decided on already.',
    field: ['id'],
  },
};
