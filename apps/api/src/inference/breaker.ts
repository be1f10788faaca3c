import { builder } from '../graphql/builder.ts';
import { BreakerTransitionNode } from '../graphql/nodes/nodes.ts';
import { readPage } from '../graphql/paging/read-page.ts';
import { BreakerStateEnum } from '../graphql/vocabulary.ts';
import {
  type BreakerRow,
  countTransitions,
  listTransitions,
  type PolicyInForce,
  readBreaker,
  readBreakers,
  readPolicyInForce,
  readSince,
} from './breaker-rows.ts';

const BreakerPolicy = builder.objectRef<PolicyInForce>('BreakerPolicy').implement({
  description:
    'How a breaker behaves. The newest policy of the breaker applies, or else the newest for all, or else the built-in one.',
  fields: (t) => ({
    builtIn: t.boolean({ resolve: ({ id }) => id === null }),
    failuresToOpen: t.exposeInt('failuresToOpen', {
      description: 'How many failures of all workers within the window open the breaker.',
    }),
    failureRateToOpen: t.exposeFloat('failureRateToOpen', {
      description:
        'The least share of failed calls that opens the breaker, 0..1. Both limits have to be reached.',
    }),
    windowSeconds: t.exposeFloat('windowSeconds'),
    baseSeconds: t.exposeFloat('baseSeconds', {
      description: 'The wait before the first probe, in seconds.',
    }),
    factor: t.exposeFloat('factor', {
      description: 'What the wait is multiplied with after each failed probe.',
    }),
    capSeconds: t.exposeFloat('capSeconds', { description: 'The longest wait, in seconds.' }),
    jitter: t.exposeFloat('jitter', {
      description: 'The share of the wait that is added or taken away at random, 0..1.',
    }),
    probeSuccessesToClose: t.exposeInt('probeSuccessesToClose'),
    probeLeaseSeconds: t.exposeFloat('probeLeaseSeconds'),
    rampSeconds: t.exposeFloat('rampSeconds'),
    callTimeoutMs: t.exposeInt('callTimeoutMs'),
    note: t.exposeString('note', { nullable: true }),
    createdBy: t.exposeString('createdBy', { nullable: true }),
    createdAt: t.expose('createdAt', { type: 'DateTime', nullable: true }),
  }),
});

BreakerTransitionNode.implement({
  fields: (t) => ({
    generation: t.exposeInt('generation', {
      description: 'The number of the transition within its breaker, from 1 without gaps.',
    }),
    fromState: t.expose('fromState', { type: BreakerStateEnum }),
    toState: t.expose('toState', { type: BreakerStateEnum }),
    reason: t.exposeString('reason', {
      description: 'The kind of failure in capitals, or the reason that a person gave.',
    }),
    facts: t.expose('facts', { type: 'JSON' }),
    actor: t.exposeString('actor', { description: '`worker:<id>`, or the e-mail address of the person.' }),
    at: t.expose('at', { type: 'DateTime' }),
  }),
});

export const Breaker = builder.objectRef<BreakerRow>('Breaker').implement({
  description:
    'The circuit breaker of one operation of a provider, shared by all workers. A breaker exists as soon as a worker has used it.',
  fields: (t) => ({
    name: t.exposeString('name', {
      description: 'The name: provider and operation, such as `rekognition/detect`.',
    }),
    state: t.expose('state', { type: BreakerStateEnum }),
    generation: t.exposeInt('generation'),
    since: t.field({
      type: 'DateTime',
      nullable: true,
      description: 'When the present state began; null for a breaker that has never changed its state.',
      resolve: (breaker, _args, { db }) => readSince(db, breaker),
    }),
    openedAt: t.expose('openedAt', {
      type: 'DateTime',
      nullable: true,
      description: 'When the present or last outage began; null before the first one.',
    }),
    retryAt: t.field({
      type: 'DateTime',
      nullable: true,
      description: 'When the next probe may be sent; null unless OPEN.',
      resolve: ({ state, retryAt }) => (state === 'OPEN' ? retryAt : null),
    }),
    reason: t.exposeString('reason', {
      nullable: true,
      description: 'The reason of the last transition; null before the first one.',
    }),
    failures: t.exposeInt('failures', {
      description: 'The number of failures of all workers in the last window that had any.',
    }),
    calls: t.exposeInt('calls', {
      description: 'The number of calls in the same window, as far as workers reported them with a failure.',
    }),
    reopenCount: t.exposeInt('reopenCount', {
      description: 'How often the breaker opened in a row. The wait grows with the number.',
    }),
    ratePerSecond: t.exposeFloat('ratePerSecond', {
      nullable: true,
      description:
        'How many calls a second all workers may make together, while the provider throttles; null otherwise.',
    }),
    probeOwner: t.exposeString('probeOwner', {
      nullable: true,
      description: 'The worker that probes; null when none does.',
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
        type: BreakerTransitionNode,
        description: 'The changes of state, newest first.',
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
    description: 'All breakers, by name.',
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
