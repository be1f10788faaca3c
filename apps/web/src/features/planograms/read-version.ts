import { queryOptions } from '@tanstack/react-query';
import { graphql } from '../../generated/gql.ts';
import type { ReadPlannedVersionQuery } from '../../generated/graphql.ts';
import { execute } from '../../lib/execute.ts';

export type PlannedVersion = NonNullable<ReadPlannedVersionQuery['planogramVersion']>;
export type PlannedPosition = PlannedVersion['positions'][number];

const document = graphql(`
  query ReadPlannedVersion($label: String!) {
    planogramVersion(label: $label) {
      ...DrawnVersion
      effectiveFrom
      effectiveTo
      createdAt
      createdBy
      sourceFormat
      planogram { id code name }
      facts { positions facings products activeBays assignments expired }
      positions { facingsDepth product { gtin category } }
    }
  }
`);

/** The layout of a version, and what distinguishes its positions. */
graphql(`
  fragment DrawnVersion on PlanogramVersion {
    id
    label
    widthMm
    heightMm
    shelves { shelfId number xMm yMm widthMm heightMm }
    positions {
      positionId
      shelfNumber
      sequence
      xMm
      yMm
      widthMm
      heightMm
      facingsHorizontal
      facingsVertical
      product { id name sku brand }
    }
  }
`);

/** Reads a version with its layout and status. The layout never changes; the places where it is active do. */
export const versionQuery = (label: string) =>
  queryOptions({
    queryKey: ['planograms', 'version', label],
    queryFn: ({ signal }) => execute(document, { label }, signal).then((answer) => answer.planogramVersion),
    staleTime: 10_000,
  });
