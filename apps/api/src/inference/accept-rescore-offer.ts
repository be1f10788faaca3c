import { acceptRescoreOffer } from '@gondola/pipeline/batches';
import { actorOf } from '../auth/viewer.ts';
import { builder } from '../graphql/builder.ts';
import { uuidOf } from '../ids/node-id.ts';
import { offerUnknown, RescoreOfferPayload, toOfferPayload } from './rescore-offer-payload.ts';

const RescoreOfferAcceptInput = builder.inputType('RescoreOfferAcceptInput', {
  fields: (t) => ({ id: t.id({ required: true }) }),
});

builder.mutationField('rescoreOfferAccept', (t) =>
  t.field({
    type: RescoreOfferPayload,
    description:
      'Accepts an offer: a batch analyses the captures again, with lower priority than live captures.',
    authScopes: { may: 'rescoreOfferAccept' },
    args: { input: t.arg({ type: RescoreOfferAcceptInput, required: true }) },
    resolve: async (_root, { input }, { db, batches, viewer }) => {
      const id = uuidOf('RescoreOffer', input.id);
      return id === null
        ? offerUnknown()
        : toOfferPayload(await acceptRescoreOffer({ db, batches }, actorOf(viewer), id));
    },
  }),
);
