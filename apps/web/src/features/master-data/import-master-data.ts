import { useMutation, useQueryClient } from '@tanstack/react-query';
import { graphql } from '../../generated/gql.ts';
import { execute } from '../../lib/execute.ts';
import { type ChosenFile, toFileInput } from './preview-master-data.ts';

const document = graphql(`
  mutation ImportMasterData($input: MasterDataFileInput!) {
    masterDataImport(input: $input) {
      userErrors { code message }
      import { id kind rows created changed unchanged failed }
    }
  }
`);

/** Imports a file. Everything that lists stores, planograms or products is read again. */
export function useImportMasterData() {
  const client = useQueryClient();
  return useMutation({
    mutationFn: async (chosen: ChosenFile) =>
      (await execute(document, { input: await toFileInput(chosen) })).masterDataImport,
    onSuccess: () => client.invalidateQueries(),
  });
}
