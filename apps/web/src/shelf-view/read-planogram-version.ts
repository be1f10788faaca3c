import { queryOptions } from '@tanstack/react-query';
import { graphql } from '../generated/gql.ts';
import type { ReadPlanogramVersionQuery } from '../generated/graphql.ts';
import { execute } from '../lib/execute.ts';

export type DrawnVersion = NonNullable<ReadPlanogramVersionQuery['planogramVersion']>;
export type DrawnPosition = DrawnVersion['positions'][number];

const document = graphql(`
  query ReadPlanogramVersion($label: String!) {
    planogramVersion(label: $label) {
      ...DrawnVersion
      planogram { name }
    }
  }
`);

/** Reads the layout of a planogram version. Versions are immutable: read once. */
export const planogramVersionQuery = (label: string) =>
  queryOptions({
    queryKey: ['planogram-version', label],
    queryFn: ({ signal }) => execute(document, { label }, signal).then((answer) => answer.planogramVersion),
    staleTime: Number.POSITIVE_INFINITY,
  });
