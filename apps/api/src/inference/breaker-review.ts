import {
  type Candidate,
  type EpisodeSummary,
  type NoProposal,
  readEvidence,
  type Waits,
} from '@gondola/pipeline/breakers';
import { builder } from '../graphql/builder.ts';
import { BreakerAuditNode } from '../graphql/nodes/nodes.ts';
import { readPage } from '../graphql/paging/read-page.ts';
import { AuditDecisionEnum } from '../graphql/vocabulary.ts';
import { countAudits, listAudits } from './breaker-rows.ts';

const BreakerWaits = builder.objectRef<Waits>('BreakerWaits').implement({
  description:
    'How long an open breaker waits before it probes. Each failed probe makes the wait longer, up to a limit.',
  fields: (t) => ({
    baseSeconds: t.exposeFloat('baseSeconds'),
    factor: t.exposeFloat('factor'),
    capSeconds: t.exposeFloat('capSeconds'),
  }),
});

const BreakerCandidate = builder.objectRef<Candidate>('BreakerCandidate').implement({
  description: 'Waits, and their cost if they had been in force in the recorded outages.',
  fields: (t) => ({
    waits: t.expose('waits', { type: BreakerWaits }),
    cost: t.float({
      description:
        'The cost in captures that a lower tier scored needlessly. Each probe counts as one capture.',
      resolve: ({ cost }) => cost.total,
    }),
    probes: t.float({ resolve: ({ cost }) => cost.probes }),
    lateSeconds: t.float({ resolve: ({ cost }) => cost.lateSeconds }),
  }),
});

const BreakerEpisodes = builder.objectRef<EpisodeSummary>('BreakerEpisodes').implement({
  description: 'Figures about recorded outages. Null means unknown, not zero.',
  fields: (t) => ({
    ended: t.exposeInt('ended', {
      description:
        'The number of outages that ended without a person. The other figures are about these outages.',
    }),
    ongoing: t.exposeInt('ongoing'),
    byPerson: t.exposeInt('byPerson', {
      description:
        'The number of outages that are left out, because a person isolated or restored the breaker.',
    }),
    outageSecondsP50: t.exposeFloat('outageSecondsP50', { nullable: true }),
    outageSecondsP90: t.exposeFloat('outageSecondsP90', { nullable: true }),
    probesPerEpisode: t.exposeFloat('probesPerEpisode', { nullable: true }),
    lateSecondsPerEpisode: t.exposeFloat('lateSecondsPerEpisode', {
      nullable: true,
      description:
        'The mean time in seconds from the last failed probe to the first successful one: the latest that a recovery was noticed.',
    }),
    falseOpens: t.exposeInt('falseOpens', {
      description: 'The number of outages whose very first probe succeeded.',
    }),
    relapses: t.exposeInt('relapses', {
      description: 'How often the breaker opened again soon after it had closed.',
    }),
    failuresBeforeOpen: t.exposeFloat('failuresBeforeOpen', { nullable: true }),
  }),
});

const noProposals = ['TOO_FEW_EPISODES', 'OUTSIDE_LIMITS', 'NO_GAIN'] as const satisfies NoProposal[];
const BreakerNoProposal = builder.enumType('BreakerNoProposal', {
  description: 'Why a review proposes nothing.',
  values: noProposals,
});

BreakerAuditNode.implement({
  description: 'A review of a breaker’s waits, which replays its recorded outages with other waits.',
  fields: (t) => ({
    name: t.exposeString('name', { description: 'The name of the reviewed breaker.' }),
    from: t.expose('from', { type: 'DateTime' }),
    to: t.expose('to', { type: 'DateTime' }),
    episodes: t.field({ type: BreakerEpisodes, resolve: (row) => readEvidence(row).summary }),
    lastWeek: t.field({ type: BreakerEpisodes, resolve: (row) => readEvidence(row).lastWeek }),
    capturesPerSecond: t.float({
      description:
        'How many captures a second reached the provider’s tier in the period. The cost of lateness is weighed with it.',
      resolve: (row) => readEvidence(row).weights.capturesPerSecond,
    }),
    lateCaptures: t.int({
      description:
        'The largest number of captures that a lower tier can have scored after the provider had recovered.',
      resolve: (row) => readEvidence(row).lateCaptures,
    }),
    successMsP999: t.float({
      nullable: true,
      description:
        'The 99.9th percentile of the duration of successful calls in milliseconds; null without any.',
      resolve: (row) => readEvidence(row).successMsP999,
    }),
    callTimeoutMs: t.int({ resolve: (row) => readEvidence(row).callTimeoutMs }),
    present: t.field({ type: BreakerCandidate, resolve: (row) => readEvidence(row).present }),
    proposed: t.field({
      type: BreakerCandidate,
      nullable: true,
      resolve: (row) => readEvidence(row).proposed,
    }),
    noProposal: t.field({
      type: BreakerNoProposal,
      nullable: true,
      description: 'Why the review proposes nothing; null with a proposal.',
      resolve: (row) => readEvidence(row).reason,
    }),
    candidates: t.field({
      type: [BreakerCandidate],
      description: 'The best waits that were tried, cheapest first, ten at most.',
      resolve: (row) => readEvidence(row).candidates,
    }),
    evidence: t.expose('evidence', {
      type: 'JSON',
      description: 'All data of the review as a JSON object, with every outage.',
    }),
    open: t.boolean({
      description: 'True while a proposal waits for a decision.',
      resolve: ({ proposal, decision }) => proposal !== null && decision === null,
    }),
    decision: t.expose('decision', { type: AuditDecisionEnum, nullable: true }),
    decidedBy: t.exposeString('decidedBy', { nullable: true }),
    decidedAt: t.expose('decidedAt', { type: 'DateTime', nullable: true }),
    decisionNote: t.exposeString('decisionNote', {
      nullable: true,
      description: 'Why the person decided so; null before, and when a newer review replaced this one.',
    }),
    createdBy: t.exposeString('createdBy', {
      description: 'The e-mail address of the person who asked for the review, or `schedule`.',
    }),
    createdAt: t.expose('createdAt', { type: 'DateTime' }),
  }),
});

builder.queryField('breakerAudits', (t) =>
  t.connection(
    {
      type: BreakerAuditNode,
      description: 'The reviews, newest first.',
      authScopes: { may: 'inferenceRead' },
      args: {
        name: t.arg.string({ description: 'Only reviews of the breaker with this name.' }),
        open: t.arg.boolean({
          description: 'True: only reviews with an open proposal. False: only the others.',
        }),
      },
      resolve: async (_root, { name, open, ...request }, { db }) => ({
        ...(await readPage(listAudits(db, { name, open }), request)),
        count: () => countAudits(db, { name, open }),
      }),
    },
    {
      name: 'BreakerAuditConnection',
      fields: (c) => ({ totalCount: c.int({ resolve: ({ count }) => count() }) }),
    },
    { name: 'BreakerAuditEdge' },
  ),
);
