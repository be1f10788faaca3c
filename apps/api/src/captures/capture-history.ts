import { builder } from '../graphql/builder.ts';
import { AttemptOutcomeEnum, CaptureStateEnum } from '../graphql/vocabulary.ts';
import type { AttemptRow, CaptureEventRow } from './capture-loaders.ts';

/** The history of a capture: its state changes and the attempts of the tiers. */

export const CaptureEvent = builder.objectRef<CaptureEventRow>('CaptureEvent').implement({
  fields: (t) => ({
    revision: t.exposeInt('revision'),
    fromState: t.expose('fromState', { type: CaptureStateEnum, nullable: true }),
    toState: t.expose('toState', { type: CaptureStateEnum }),
    reason: t.exposeString('reason'),
    facts: t.expose('facts', { type: 'JSON' }),
    actor: t.exposeString('actor'),
    at: t.expose('at', { type: 'DateTime' }),
  }),
});

export const InferenceAttempt = builder.objectRef<AttemptRow>('InferenceAttempt').implement({
  fields: (t) => ({
    ordinal: t.exposeInt('ordinal'),
    tier: t.exposeInt('tier'),
    provider: t.exposeString('provider'),
    outcome: t.expose('outcome', { type: AttemptOutcomeEnum }),
    message: t.exposeString('message', { nullable: true }),
    durationMs: t.exposeFloat('durationMs'),
    createdAt: t.expose('createdAt', { type: 'DateTime' }),
  }),
});
