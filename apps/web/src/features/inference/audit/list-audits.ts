import { queryOptions } from '@tanstack/react-query';
import { graphql } from '../../../generated/gql.ts';
import type { ListBreakerAuditsQuery } from '../../../generated/graphql.ts';
import { execute } from '../../../lib/execute.ts';

export type ListedAudit = ListBreakerAuditsQuery['open']['edges'][number]['node'];
export type Candidate = ListedAudit['present'];
export type Episodes = ListedAudit['episodes'];

const document = graphql(`
  query ListBreakerAudits($past: Int!) {
    open: breakerAudits(open: true) { edges { node { ...AuditParts } } }
    past: breakerAudits(open: false, first: $past) { totalCount edges { node { ...AuditParts } } }
  }
  fragment AuditParts on BreakerAudit {
    id
    name
    from
    to
    episodes { ...EpisodeParts }
    lastWeek { ...EpisodeParts }
    capturesPerSecond
    lateCaptures
    successMsP999
    callTimeoutMs
    present { ...CandidateParts }
    proposed { ...CandidateParts }
    noProposal
    candidates { ...CandidateParts }
    open
    decision
    decidedBy
    decidedAt
    decisionNote
    createdBy
    createdAt
  }
  fragment EpisodeParts on BreakerEpisodes {
    ended
    ongoing
    byPerson
    outageSecondsP50
    outageSecondsP90
    probesPerEpisode
    lateSecondsPerEpisode
    falseOpens
    relapses
    failuresBeforeOpen
  }
  fragment CandidateParts on BreakerCandidate {
    waits { baseSeconds factor capSeconds }
    cost
    probes
    lateSeconds
  }
`);

/** Reads the reviews that wait for a decision, and the latest of the others. @param past how many of the others */
export const auditsQuery = (past: number) =>
  queryOptions({
    queryKey: ['inference', 'audits', past],
    queryFn: async ({ signal }) => {
      const answer = await execute(document, { past }, signal);
      return {
        open: answer.open.edges.map(({ node }) => node),
        past: answer.past.edges.map(({ node }) => node),
        pastCount: answer.past.totalCount,
      };
    },
    placeholderData: (previous) => previous,
    refetchInterval: 10_000,
  });
