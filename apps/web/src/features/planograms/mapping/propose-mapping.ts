import { graphql } from '../../../generated/gql.ts';
import { ApiFault } from '../../../lib/api-fault.ts';
import { execute } from '../../../lib/execute.ts';
import type { MappingEntry } from './read-mapping.ts';

const document = graphql(`
  mutation ProposeVersionMapping($input: VersionMappingProposeInput!) {
    versionMappingPropose(input: $input) {
      userErrors { message }
      entries {
        kind
        fromPositionId
        toPositionId
        graceUntil
        fromProduct { id name }
        toProduct { id name }
      }
    }
  }
`);

/** Proposes a mapping by comparing two versions, for a person to check; nothing is saved. */
export async function proposeMapping(fromVersionId: string, toVersionId: string): Promise<MappingEntry[]> {
  const { versionMappingPropose } = await execute(document, { input: { fromVersionId, toVersionId } });
  const refusals = versionMappingPropose.userErrors.map(({ message }) => message);
  if (refusals.length > 0) throw new ApiFault('FAILED', refusals.join(' '));
  return versionMappingPropose.entries;
}
