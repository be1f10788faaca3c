import {
  type Candidate,
  type EpisodeSummary,
  type NoProposal,
  readEvidence,
  type Waits,
} from '@gondola/pipeline/breakers';
import { builder } from '../builder.ts';
import { type BreakerAuditRow, countAudits, listAudits } from '../queries/find-breakers.ts';
import { readPage } from '../queries/read-page.ts';
import { AuditDecisionEnum } from './vocabulary.ts';

const BreakerWaits = builder.objectRef<Waits>('BreakerWaits').implement({
  description:
    'How long an open breaker waits: the base, times the factor with each failed probe, up to the cap.',
  fields: (t) => ({
    baseSeconds: t.exposeFloat('baseSeconds'),
    factor: t.exposeFloat('factor'),
    capSeconds: t.exposeFloat('capSeconds'),
  }),
});

const BreakerCandidate = builder.objectRef<Candidate>('BreakerCandidate').implement({
  description: 'Waits, and what they would have cost in the recorded outages.',
  fields: (t) => ({
    waits: t.expose('waits', { type: BreakerWaits }),
    cost: t.float({
      description:
        'In captures that a lower tier scored although the provider was well; a probe counts as one.',
      resolve: ({ cost }) => cost.total,
    }),
    probes: t.float({ resolve: ({ cost }) => cost.probes }),
    lateSeconds: t.float({ resolve: ({ cost }) => cost.lateSeconds }),
  }),
});

const BreakerEpisodes = builder.objectRef<EpisodeSummary>('BreakerEpisodes').implement({
  description: 'What the outages of a record were like. Null is "cannot be told", not zero.',
  fields: (t) => ({
    ended: t.exposeInt('ended', { description: 'The other figures are of these.' }),
    ongoing: t.exposeInt('ongoing'),
    byPerson: t.exposeInt('byPerson', {
      description: 'Left out: a person isolated or restored the breaker.',
    }),
    outageSecondsP50: t.exposeFloat('outageSecondsP50', { nullable: true }),
    outageSecondsP90: t.exposeFloat('outageSecondsP90', { nullable: true }),
    probesPerEpisode: t.exposeFloat('probesPerEpisode', { nullable: true }),
    lateSecondsPerEpisode: t.exposeFloat('lateSecondsPerEpisode', {
      nullable: true,
      description: 'From the last failed probe to the first that succeeded: the most it can have been.',
    }),
    falseOpens: t.exposeInt('falseOpens', { description: 'The very first probe succeeded.' }),
    relapses: t.exposeInt('relapses', { description: 'Closed, and opened again at once.' }),
    failuresBeforeOpen: t.exposeFloat('failuresBeforeOpen', { nullable: true }),
  }),
});

const noProposals = ['TOO_FEW_EPISODES', 'OUTSIDE_LIMITS', 'NO_GAIN'] as const satisfies NoProposal[];
const BreakerNoProposal = builder.enumType('BreakerNoProposal', {
  description:
    'TOO_FEW_EPISODES: fewer than 10 outages ended. OUTSIDE_LIMITS: the present waits are too far out for one step. NO_GAIN: nothing is at least 5 % cheaper.',
  values: noProposals,
});

export const BreakerAudit = builder.objectRef<BreakerAuditRow>('BreakerAudit').implement({
  description: 'A review of a breaker’s waits: its recorded outages, replayed with other waits.',
  fields: (t) => ({
    id: t.exposeID('id'),
    name: t.exposeString('name', { description: 'Of the breaker.' }),
    from: t.expose('from', { type: 'DateTime' }),
    to: t.expose('to', { type: 'DateTime' }),
    episodes: t.field({ type: BreakerEpisodes, resolve: (row) => readEvidence(row).summary }),
    lastWeek: t.field({ type: BreakerEpisodes, resolve: (row) => readEvidence(row).lastWeek }),
    capturesPerSecond: t.float({
      description: 'That a second of lateness is weighed with.',
      resolve: (row) => readEvidence(row).weights.capturesPerSecond,
    }),
    lateCaptures: t.int({
      description: 'Refused between the last failed and the first good probe: at most so many came too late.',
      resolve: (row) => readEvidence(row).lateCaptures,
    }),
    successMsP999: t.float({
      nullable: true,
      description: 'The time of all but one of a thousand good calls, to judge the time limit by.',
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
      description: 'Why nothing is proposed; null with a proposal.',
      resolve: (row) => readEvidence(row).reason,
    }),
    candidates: t.field({
      type: [BreakerCandidate],
      description: 'The cheapest first, ten at most.',
      resolve: (row) => readEvidence(row).candidates,
    }),
    evidence: t.expose('evidence', { type: 'JSON', description: 'All of it, with every outage.' }),
    open: t.boolean({
      description: 'There is a proposal, and nobody has decided on it.',
      resolve: ({ proposal, decision }) => proposal !== null && decision === null,
    }),
    decision: t.expose('decision', { type: AuditDecisionEnum, nullable: true }),
    decidedBy: t.exposeString('decidedBy', { nullable: true }),
    decidedAt: t.expose('decidedAt', { type: 'DateTime', nullable: true }),
    decisionNote: t.exposeString('decisionNote', {
      nullable: true,
      description: 'Why; null where a newer review replaced this one.',
    }),
    createdBy: t.exposeString('createdBy', { description: 'A person, or `schedule`.' }),
    createdAt: t.expose('createdAt', { type: 'DateTime' }),
  }),
});

builder.queryField('breakerAudits', (t) =>
  t.connection(
    {
      type: BreakerAudit,
      description: 'Newest first; 50 unless told, 200 at most.',
      authScopes: { may: 'inferenceRead' },
      args: {
        name: t.arg.string({ description: 'Of a breaker; left out: of all.' }),
        open: t.arg.boolean({ description: 'Only those that wait for a decision, or only the others.' }),
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
