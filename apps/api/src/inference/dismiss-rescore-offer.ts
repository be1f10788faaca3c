import { dismissRescoreOffer } from '@gondola/pipeline/breakers';
import { actorOf } from '../auth/viewer.ts';
import { builder } from '../graphql/builder.ts';
import { uuidOf } from '../ids/node-id.ts';
import { offerUnknown, RescoreOfferPayload, toOfferPayload } from './rescore-offer-payload.ts';

const RescoreOfferDismissInput = builder.inputType('RescoreOfferDismissInput', {
  fields: (t) => ({ id: t.id({ required: true }) }),
});

builder.mutationField('rescoreOfferDismiss', (t) =>
  t.field({
    type: RescoreOfferPayload,
    description: 'Dismisses an offer: the captures keep their scores.',
    authScopes: { may: 'rescoreOfferDismiss' },
    args: { input: t.arg({ type: RescoreOfferDismissInput, required: true }) },
    resolve: async (_root, { input }, { db, viewer }) => {
      const id = uuidOf('RescoreOffer', input.id);
      return id === null
        ? offerUnknown()
        : toOfferPayload(await dismissRescoreOffer(db, actorOf(viewer), id));
    },
  }),
);
