import { builder } from '../graphql/builder.ts';
import { UserError, type UserErrorShape } from '../graphql/errors/problem.ts';
import { RescoreOfferNode } from '../graphql/nodes/nodes.ts';
import type { RescoreOfferRow } from './breaker-rows.ts';

/** The payload of both decisions on an offer. */

export interface OfferPayload {
  offer: RescoreOfferRow | null;
  userErrors: UserErrorShape[];
}

export const RescoreOfferPayload = builder.objectRef<OfferPayload>('RescoreOfferPayload').implement({
  fields: (t) => ({
    offer: t.expose('offer', { type: RescoreOfferNode, nullable: true }),
    userErrors: t.expose('userErrors', { type: [UserError] }),
  }),
});

type OfferProblem = 'OFFER_UNKNOWN' | 'ALREADY_DECIDED';

export const toOfferPayload = ({
  offer,
  problem,
}: {
  offer: RescoreOfferRow | null;
  problem: OfferProblem | null;
}): OfferPayload => ({ offer, userErrors: problem === null ? [] : [problems[problem]] });

export const offerUnknown = (): OfferPayload => toOfferPayload({ offer: null, problem: 'OFFER_UNKNOWN' });

const problems: Record<OfferProblem, UserErrorShape> = {
  OFFER_UNKNOWN: { code: 'OFFER_UNKNOWN', message: 'There is no offer of this id.', field: ['id'] },
  ALREADY_DECIDED: {
    code: 'ALREADY_DECIDED',
    message: 'This offer has been decided on already.',
    field: ['id'],
  },
};
