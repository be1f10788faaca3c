import { queryOptions } from '@tanstack/react-query';
import { graphql } from '../../generated/gql.ts';
import { execute } from '../../lib/execute.ts';

const document = graphql(`
  query CountOpenAlerts {
    alerts(filter: { open: true }, first: 1) { totalCount }
  }
`);

/** Counts the open alerts, acknowledged or not. */
export const openAlertCountQuery = queryOptions({
  queryKey: ['alerts', 'count'],
  queryFn: ({ signal }) => execute(document, {}, signal).then((answer) => answer.alerts.totalCount),
  refetchInterval: 10_000,
});
