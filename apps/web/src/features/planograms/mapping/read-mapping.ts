import { queryOptions } from '@tanstack/react-query';
import { graphql } from '../../../generated/gql.ts';
import type { ReadVersionMappingQuery } from '../../../generated/graphql.ts';
import { execute } from '../../../lib/execute.ts';

type SavedEntry = ReadVersionMappingQuery['versionMapping'][number];
/** An entry, saved or proposed. */
export type MappingEntry = Omit<SavedEntry, 'savedBy' | 'savedAt'>;

const document = graphql(`
  query ReadVersionMapping($from: ID!, $to: ID!) {
    versionMapping(fromVersionId: $from, toVersionId: $to) {
      kind
      fromPositionId
      toPositionId
      graceUntil
      savedBy
      savedAt
      fromProduct { id name }
      toProduct { id name }
    }
  }
`);

/** Reads the mapping between two versions; empty when there is none. */
export const mappingQuery = (from: string, to: string) =>
  queryOptions({
    queryKey: ['version-mapping', from, to],
    queryFn: ({ signal }) => execute(document, { from, to }, signal).then((answer) => answer.versionMapping),
  });
