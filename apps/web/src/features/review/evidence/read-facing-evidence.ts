import { queryOptions } from '@tanstack/react-query';
import { graphql } from '../../../generated/gql.ts';
import type { ReadFacingEvidenceQuery } from '../../../generated/graphql.ts';
import { execute } from '../../../lib/execute.ts';

type Node = NonNullable<ReadFacingEvidenceQuery['node']>;
export type FacingEvidence = Extract<Node, { verdicts: unknown }>['verdicts'][number];
export type Facing = NonNullable<FacingEvidence['facings']>[number];
export type Sight = NonNullable<Facing['sight']>;
export type ShelfTag = NonNullable<FacingEvidence['tags']>[number];

const document = graphql(`
  query ReadFacingEvidence($scoreId: ID!) {
    node(id: $scoreId) {
      ... on Score {
        verdicts {
          id
          facingsJudged
          facings {
            column
            row
            place
            found
            confidence
            seen { id name }
            candidates { score product { id name sku } }
            sight {
              compared
              likeness
              needed
              lead
              contrast
              brightness
              colour
              colourVariation
              occupancy
              foundBy
            }
          }
          tags { text positionId product { id name } }
        }
      }
    }
  }
`);

/** Reads the comparisons facing by facing, by verdict id. A score is immutable: read once. */
export const facingEvidenceQuery = (scoreId: string) =>
  queryOptions({
    queryKey: ['facing-evidence', scoreId],
    queryFn: async ({ signal }) => {
      const { node } = await execute(document, { scoreId }, signal);
      const verdicts = node && 'verdicts' in node ? node.verdicts : [];
      return new Map<string, FacingEvidence>(verdicts.map((verdict) => [verdict.id, verdict]));
    },
    staleTime: Number.POSITIVE_INFINITY,
  });
