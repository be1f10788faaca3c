import { requestBreakerReview } from '@gondola/pipeline/breakers';
import { actorOf } from '../auth/viewer.ts';
import { builder } from '../graphql/builder.ts';
import { BreakerAuditPayload, type ReviewPayload } from './breaker-review-payload.ts';
import { breakerUnknown } from './breaker-unknown.ts';

const BreakerAuditRunInput = builder.inputType('BreakerAuditRunInput', {
  fields: (t) => ({ name: t.string({ required: true, description: 'The name of the breaker to review.' }) }),
});

builder.mutationField('breakerAuditRun', (t) =>
  t.field({
    type: BreakerAuditPayload,
    description:
      'Reviews a breaker now, in addition to the weekly review. An open proposal for the breaker is replaced.',
    authScopes: { may: 'breakerAuditRun' },
    args: { input: t.arg({ type: BreakerAuditRunInput, required: true }) },
    resolve: async (_root, { input: { name } }, { db, viewer }): Promise<ReviewPayload> => {
      const result = await requestBreakerReview(db, actorOf(viewer), name);
      return 'audit' in result
        ? { ...result, userErrors: [] }
        : { audit: null, userErrors: [breakerUnknown] };
    },
  }),
);
