import { useMutation } from '@tanstack/react-query';
import { graphql } from '../../generated/gql.ts';
import type { MasterDataKind, PreviewMasterDataMutation } from '../../generated/graphql.ts';
import { execute } from '../../lib/execute.ts';
import { toBase64 } from '../../lib/to-base64.ts';

export type PreviewAnswer = PreviewMasterDataMutation['masterDataImportPreview'];
export type PreviewReport = NonNullable<PreviewAnswer['report']>;

const document = graphql(`
  mutation PreviewMasterData($input: MasterDataFileInput!) {
    masterDataImportPreview(input: $input) {
      userErrors { code message }
      report {
        rows created changed unchanged failed unusedColumns
        errors { line column message }
        differences { line outcome key changes { column from to } }
      }
    }
  }
`);

export interface ChosenFile {
  kind: MasterDataKind;
  file: File;
}

/** Returns a chosen file as the API takes it. */
export const toFileInput = async ({ kind, file }: ChosenFile) => ({
  kind,
  fileName: file.name,
  contentBase64: toBase64(new Uint8Array(await file.arrayBuffer())),
});

/** Asks what the import of a file would do. */
export const usePreviewMasterData = () =>
  useMutation({
    mutationFn: async (chosen: ChosenFile): Promise<PreviewAnswer> =>
      (await execute(document, { input: await toFileInput(chosen) })).masterDataImportPreview,
  });
