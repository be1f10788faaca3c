import type { captureConflict, captureEvent, inferenceAttempt, recaptureRequest } from '@gondola/db';
import { builder } from '../builder.ts';
import { CaptureStateEnum, RecaptureEndingEnum, RecaptureReasonEnum } from './vocabulary.ts';

/** What happened to a capture: its moves, its tries, and what was asked of the store. */

export const CaptureEvent = builder.objectRef<typeof captureEvent.$inferSelect>('CaptureEvent').implement({
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

export const InferenceAttempt = builder
  .objectRef<typeof inferenceAttempt.$inferSelect>('InferenceAttempt')
  .implement({
    fields: (t) => ({
      ordinal: t.exposeInt('ordinal'),
      tier: t.exposeInt('tier'),
      provider: t.exposeString('provider'),
      outcome: t.exposeString('outcome'),
      message: t.exposeString('message', { nullable: true }),
      durationMs: t.exposeFloat('durationMs'),
      createdAt: t.expose('createdAt', { type: 'DateTime' }),
    }),
  });

export const CaptureConflict = builder
  .objectRef<typeof captureConflict.$inferSelect>('CaptureConflict')
  .implement({
    fields: (t) => ({
      id: t.exposeID('id'),
      claim: t.exposeString('claim'),
      createdAt: t.expose('createdAt', { type: 'DateTime' }),
      payload: t.expose('payload', { type: 'JSON', nullable: true }),
    }),
  });

export const RecaptureRequest = builder
  .objectRef<typeof recaptureRequest.$inferSelect>('RecaptureRequest')
  .implement({
    fields: (t) => ({
      reasons: t.field({ type: [RecaptureReasonEnum], resolve: ({ reasons }) => reasons }),
      createdAt: t.expose('createdAt', { type: 'DateTime' }),
      closedAt: t.expose('closedAt', { type: 'DateTime', nullable: true }),
      ending: t.expose('ending', { type: RecaptureEndingEnum, nullable: true }),
    }),
  });
