import { queryOptions } from '@tanstack/react-query';
import { graphql } from '../../generated/gql.ts';
import { execute } from '../../lib/execute.ts';

const document = graphql(`
  query CountDeadLetterReasons {
    deadLetterReasons { reason stage count newest }
  }
`);

/** Counts open dead letters by reason and stage. */
export const deadLetterReasonsQuery = queryOptions({
  queryKey: ['dead-letter-reasons'],
  queryFn: ({ signal }) => execute(document, {}, signal).then((answer) => answer.deadLetterReasons),
  refetchInterval: 5_000,
});
