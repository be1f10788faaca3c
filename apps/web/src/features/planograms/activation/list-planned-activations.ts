import { queryOptions } from '@tanstack/react-query';
import { graphql } from '../../../generated/gql.ts';
import type { ListPlannedActivationsQuery } from '../../../generated/graphql.ts';
import { execute } from '../../../lib/execute.ts';

export type PlannedActivation = ListPlannedActivationsQuery['plannedActivations']['edges'][number]['node'];

const document = graphql(`
  query ListPlannedActivations($filter: PlannedActivationFilter) {
    plannedActivations(filter: $filter, first: 50) {
      totalCount
      edges {
        node {
          id
          state
          aisle
          dueAt
          createdAt
          createdBy
          endedAt
          endedBy
          capturesReleased
          version { id label }
          stores { id code name }
          groups { code name stores { id } }
          outcome { bays activated unchanged overtaken }
        }
      }
    }
  }
`);

/** Lists planned activations, newest first: all that are due, or all of one version. */
export const plannedActivationsQuery = (label: string | null) =>
  queryOptions({
    queryKey: ['planograms', 'activations', label],
    queryFn: async ({ signal }) => {
      const filter = label === null ? { states: ['PLANNED' as const] } : { label };
      const { plannedActivations } = await execute(document, { filter }, signal);
      return {
        total: plannedActivations.totalCount,
        activations: plannedActivations.edges.map(({ node }) => node),
      };
    },
    refetchInterval: 5_000,
  });
