import { builder } from '../builder.ts';
import {
  type BreakerRow,
  type BreakerTransitionRow,
  countTransitions,
  listTransitions,
  type PolicyInForce,
  readBreaker,
  readBreakers,
  readPolicyInForce,
  readSince,
} from '../queries/find-breakers.ts';
import { readPage } from '../queries/read-page.ts';
import { BreakerStateEnum } from './vocabulary.ts';

const BreakerPolicy = builder.objectRef<PolicyInForce>('BreakerPolicy').implement({
  description:
    'How a breaker behaves. The newest of its own counts, then the newest for all, then the built-in one.',
  fields: (t) => ({
    builtIn: t.boolean({ resolve: ({ id }) => id === null }),
    failuresToOpen: t.exposeInt('failuresToOpen', { description: 'Of the whole fleet, in the window.' }),
    failureRateToOpen: t.exposeFloat('failureRateToOpen', { description: 'Least share of the calls, 0..1.' }),
    windowSeconds: t.exposeFloat('windowSeconds'),
    baseSeconds: t.exposeFloat('baseSeconds', { description: 'The wait before the first probe.' }),
    factor: t.exposeFloat('factor', { description: 'Each further opening multiplies the wait.' }),
    capSeconds: t.exposeFloat('capSeconds', { description: 'The longest wait.' }),
    jitter: t.exposeFloat('jitter', { description: 'Share of the wait that chance adds or takes, 0..1.' }),
    probeSuccessesToClose: t.exposeInt('probeSuccessesToClose'),
    probeLeaseSeconds: t.exposeFloat('probeLeaseSeconds'),
    rampSeconds: t.exposeFloat('rampSeconds'),
    callTimeoutMs: t.exposeInt('callTimeoutMs'),
    note: t.exposeString('note', { nullable: true }),
    createdBy: t.exposeString('createdBy', { nullable: true }),
    createdAt: t.expose('createdAt', { type: 'DateTime', nullable: true }),
  }),
});

const BreakerTransition = builder.objectRef<BreakerTransitionRow>('BreakerTransition').implement({
  fields: (t) => ({
    id: t.exposeID('id'),
    generation: t.exposeInt('generation', { description: 'Without gaps from 1.' }),
    fromState: t.expose('fromState', { type: BreakerStateEnum }),
    toState: t.expose('toState', { type: BreakerStateEnum }),
    reason: t.exposeString('reason', { description: 'A class of failure, or what a person gave as reason.' }),
    facts: t.expose('facts', { type: 'JSON' }),
    actor: t.exposeString('actor', { description: '`worker:<id>`, or the person.' }),
    at: t.expose('at', { type: 'DateTime' }),
  }),
});

export const Breaker = builder.objectRef<BreakerRow>('Breaker').implement({
  description:
    'The fleet’s one opinion of a provider’s operation. One is there as soon as a worker has asked for it.',
  fields: (t) => ({
    name: t.exposeString('name', { description: 'Provider and operation, such as `rekognition/detect`.' }),
    state: t.expose('state', { type: BreakerStateEnum }),
    generation: t.exposeInt('generation'),
    since: t.field({
      type: 'DateTime',
      nullable: true,
      description: 'When the present state began; null for a breaker that has been closed for ever.',
      resolve: (breaker, _args, { db }) => readSince(db, breaker),
    }),
    openedAt: t.expose('openedAt', {
      type: 'DateTime',
      nullable: true,
      description: 'When the present or last outage began.',
    }),
    retryAt: t.field({
      type: 'DateTime',
      nullable: true,
      description: 'When a probe may be sent; null unless it is open.',
      resolve: ({ state, retryAt }) => (state === 'OPEN' ? retryAt : null),
    }),
    reason: t.exposeString('reason', { nullable: true, description: 'Of the last transition.' }),
    failures: t.exposeInt('failures', { description: 'Of the whole fleet in the last window that had any.' }),
    calls: t.exposeInt('calls', {
      description: 'In the same window; only calls that were reported with a failure.',
    }),
    reopenCount: t.exposeInt('reopenCount', { description: 'Openings in a row: the wait grows with them.' }),
    ratePerSecond: t.exposeFloat('ratePerSecond', {
      nullable: true,
      description:
        'Calls a second that the fleet may make since the provider throttled; null while it does not.',
    }),
    probeOwner: t.exposeString('probeOwner', {
      nullable: true,
      description: 'The worker that probes.',
    }),
    probeLeaseUntil: t.field({
      type: 'DateTime',
      nullable: true,
      resolve: ({ probeOwner, probeLeaseUntil }) => (probeOwner === null ? null : probeLeaseUntil),
    }),
    probeSuccesses: t.exposeInt('probeSuccesses'),
    policy: t.field({
      type: BreakerPolicy,
      resolve: ({ name }, _args, { db }) => readPolicyInForce(db, name),
    }),
    transitions: t.connection(
      {
        type: BreakerTransition,
        description: 'Newest first; 50 unless told, 200 at most.',
        resolve: async ({ name }, request, { db }) => ({
          ...(await readPage(listTransitions(db, name), request)),
          count: () => countTransitions(db, name),
        }),
      },
      {
        name: 'BreakerTransitionConnection',
        fields: (c) => ({ totalCount: c.int({ resolve: ({ count }) => count() }) }),
      },
      { name: 'BreakerTransitionEdge' },
    ),
  }),
});

builder.queryField('breakers', (t) =>
  t.field({
    type: [Breaker],
    description: 'All, by name.',
    authScopes: { may: 'inferenceRead' },
    resolve: (_root, _args, { db }) => readBreakers(db),
  }),
);

builder.queryField('breaker', (t) =>
  t.field({
    type: Breaker,
    nullable: true,
    authScopes: { may: 'inferenceRead' },
    args: { name: t.arg.string({ required: true }) },
    resolve: (_root, { name }, { db }) => readBreaker(db, name),
  }),
);
