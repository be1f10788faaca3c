import { queryOptions } from '@tanstack/react-query';
import { graphql } from '../../generated/gql.ts';
import { execute } from '../../lib/execute.ts';

const document = graphql(`
  query ReadPipeline {
    pipeline { states { state count } scoredLastHour driftOpen deadLettersOpen medianScore }
  }
`);

/** Counts captures by state every three seconds while the tab is visible. */
export const pipelineQuery = queryOptions({
  queryKey: ['pipeline'],
  queryFn: ({ signal }) => execute(document, {}, signal).then((answer) => answer.pipeline),
  refetchInterval: 3_000,
});
