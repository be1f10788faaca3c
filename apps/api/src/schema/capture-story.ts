import type { captureEvent, inferenceAttempt } from '@gondola/db';
import { builder } from '../builder.ts';
import { CaptureStateEnum } from './vocabulary.ts';

/** What happened to a capture: its moves and its tries. */

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
