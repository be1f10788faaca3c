import { rescoreOffer } from '@gondola/db';
import { dismissRescoreOffer } from '@gondola/pipeline/breakers';
import { acceptOfferWithin } from '@gondola/pipeline/reprocess';
import { eq } from 'drizzle-orm';
import { personOf } from '../auth/viewer.ts';
import { builder } from '../builder.ts';
import type { ApiContext } from '../context.ts';
import { countOffers, listOffers, type RescoreOfferRow } from '../queries/find-breakers.ts';
import { readPage } from '../queries/read-page.ts';
import { writeAudit } from '../queries/write-audit.ts';
import { uuidOf } from './node-id.ts';
import { ReprocessBatchNode } from './nodes.ts';
import { UserError, type UserErrorShape } from './problem.ts';
import { OfferDecisionEnum } from './vocabulary.ts';

const RescoreOffer = builder.objectRef<RescoreOfferRow>('RescoreOffer').implement({
  description: 'Captures that a lower tier scored while a provider was out.',
  fields: (t) => ({
    id: t.exposeID('id'),
    breaker: t.exposeString('breaker', { description: 'Of the provider that was out.' }),
    outageFrom: t.expose('outageFrom', { type: 'DateTime' }),
    outageTo: t.expose('outageTo', { type: 'DateTime' }),
    captures: t.exposeInt('captures', { description: 'When the offer was made.' }),
    decision: t.expose('decision', { type: OfferDecisionEnum, nullable: true }),
    decidedBy: t.exposeString('decidedBy', { nullable: true }),
    decidedAt: t.expose('decidedAt', { type: 'DateTime', nullable: true }),
    batch: t.field({
      type: ReprocessBatchNode,
      nullable: true,
      description: 'The batch that looks at them again.',
      resolve: (offer) => offer.batchId,
    }),
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

const RescoreOfferAcceptInput = builder.inputType('RescoreOfferAcceptInput', {
  fields: (t) => ({ id: t.id({ required: true }) }),
});

builder.mutationField('rescoreOfferAccept', (t) =>
  t.field({
    type: RescoreOfferPayload,
    description: 'Lets the tiers look at the captures again, as a batch behind all live ones.',
    authScopes: { may: 'rescoreOfferAccept' },
    args: { input: t.arg({ type: RescoreOfferAcceptInput, required: true }) },
    resolve: (_root, { input }, context) => accept(context, input.id),
  }),
);

async function accept({ db, batches, viewer }: ApiContext, given: string): Promise<Payload> {
  const person = personOf(viewer);
  const id = uuidOf('RescoreOffer', given);
  if (id === null) return { offer: null, userErrors: [problems.OFFER_UNKNOWN] };
  return db.transaction(async (tx): Promise<Payload> => {
    const accepted = await acceptOfferWithin(tx, batches, { id, actor: person.email, decision: 'ACCEPTED' });
    const [offer = null] = await tx.select().from(rescoreOffer).where(eq(rescoreOffer.id, id));
    if ('problem' in accepted) return { offer, userErrors: [problems[accepted.problem]] };
    await writeAudit(tx, person, 'rescoreOfferAccept', `rescore-offer:${id}`, { batchId: accepted.batch.id });
    return { offer, userErrors: [] };
  });
}

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
