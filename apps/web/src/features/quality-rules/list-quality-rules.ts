import { queryOptions } from '@tanstack/react-query';
import { graphql } from '../../generated/gql.ts';
import type { ListQualityRulesQuery } from '../../generated/graphql.ts';
import { execute } from '../../lib/execute.ts';

export type QualityRule = ListQualityRulesQuery['qualityRules'][number];

const document = graphql(`
  query ListQualityRules {
    qualityRules {
      id
      builtIn
      deviceModel
      minShortSidePx
      minSharpness
      maxAspect
      maxRetries
      finalPolicy
      note
      createdBy
      createdAt
      store { code name timeZone }
    }
  }
`);

/** Lists the rule in force of each scope. */
export const qualityRulesQuery = queryOptions({
  queryKey: ['quality-rules'],
  queryFn: ({ signal }) => execute(document, {}, signal).then((answer) => answer.qualityRules),
  refetchInterval: 15_000,
});
