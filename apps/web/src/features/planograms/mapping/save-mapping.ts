import { graphql } from '../../../generated/gql.ts';
import type { SaveVersionMappingMutation, VersionMappingSaveInput } from '../../../generated/graphql.ts';
import { execute } from '../../../lib/execute.ts';

export type SavedMapping = SaveVersionMappingMutation['versionMappingSave'];

const document = graphql(`
  mutation SaveVersionMapping($input: VersionMappingSaveInput!) {
    versionMappingSave(input: $input) { saved revoked userErrors { code message field } }
  }
`);

/** Replaces a mapping; an empty list removes it. Errors of entries are part of the answer. */
export const saveMapping = (input: VersionMappingSaveInput): Promise<SavedMapping> =>
  execute(document, { input }).then((answer) => answer.versionMappingSave);
