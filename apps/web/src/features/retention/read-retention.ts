import { queryOptions } from '@tanstack/react-query';
import { graphql } from '../../generated/gql.ts';
import type {
  ListIntegrityReportsQuery,
  ListRetentionRunsQuery,
  ReadRetentionPolicyQuery,
} from '../../generated/graphql.ts';
import { execute } from '../../lib/execute.ts';

export type RetentionPolicy = ReadRetentionPolicyQuery['retentionPolicy'];
export type RetentionRun = ListRetentionRunsQuery['retentionRuns']['edges'][number]['node'];
export type IntegrityReport = ListIntegrityReportsQuery['integrityReports']['edges'][number]['node'];

const readingPolicy = graphql(`
  query ReadRetentionPolicy {
    retentionPolicy {
      builtIn
      reviewDays
      cleanPhotoDays
      faultyPhotoDays
      noticeDays
      note
      createdBy
      createdAt
    }
  }
`);
const listingRuns = graphql(`
  query ListRetentionRuns {
    retentionRuns(first: 25) {
      totalCount
      edges {
        node { id kind announcedById captures photos byteLength facts createdBy createdAt endedAt }
      }
    }
  }
`);
const listingReports = graphql(`
  query ListIntegrityReports {
    integrityReports(first: 12) {
      totalCount
      edges {
        node { id rows objects missing damaged orphaned samples createdBy createdAt endedAt }
      }
    }
  }
`);

export const policyQuery = queryOptions({
  queryKey: ['retention', 'policy'],
  queryFn: ({ signal }) => execute(readingPolicy, {}, signal).then((answer) => answer.retentionPolicy),
  refetchInterval: 30_000,
});

/** Lists dry runs and expiries, newest first. */
export const runsQuery = queryOptions({
  queryKey: ['retention', 'runs'],
  queryFn: ({ signal }) =>
    execute(listingRuns, {}, signal).then(({ retentionRuns: { totalCount, edges } }) => ({
      totalCount,
      runs: edges.map(({ node }) => node),
    })),
  refetchInterval: 15_000,
});

/** Lists integrity reports, newest first; more often while one is running. */
export const reportsQuery = queryOptions({
  queryKey: ['retention', 'integrity'],
  queryFn: ({ signal }) =>
    execute(listingReports, {}, signal).then(({ integrityReports: { totalCount, edges } }) => ({
      totalCount,
      reports: edges.map(({ node }) => node),
    })),
  refetchInterval: (query) => (query.state.data?.reports.some(({ endedAt }) => !endedAt) ? 2_000 : 30_000),
});
