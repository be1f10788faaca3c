import { queryOptions } from '@tanstack/react-query';
import { graphql } from '../../generated/gql.ts';
import { execute } from '../../lib/execute.ts';

const document = graphql(`
  query ReadIntakeObstacle {
    intakeObstacle { code message }
  }
`);

/** Reads why new captures are refused; null while they are accepted. */
export const intakeObstacleQuery = queryOptions({
  queryKey: ['intake-obstacle'],
  queryFn: async ({ signal }) => (await execute(document, {}, signal)).intakeObstacle,
  // As often as the API checks the disk.
  refetchInterval: 15_000,
});
