import { useMutation, useQueryClient } from '@tanstack/react-query';
import { graphql } from '../../../generated/gql.ts';
import type { ImportPlanogramMutation, PlanogramImportInput } from '../../../generated/graphql.ts';
import { execute } from '../../../lib/execute.ts';
import { toBase64 } from '../../../lib/to-base64.ts';

export type ImportAnswer = ImportPlanogramMutation['planogramImport'];

const document = graphql(`
  mutation ImportPlanogram($input: PlanogramImportInput!) {
    planogramImport(input: $input) {
      format
      notes
      problems { path code message }
      userErrors { code message field }
      version { id label facts { positions facings } planogram { name } }
    }
  }
`);

interface ImportRequest {
  file: File;
  /** What the person entered beside the file. */
  input: Omit<PlanogramImportInput, 'content' | 'contentBase64'>;
}

/** Sends a file as its bytes. Problems of the file are part of the answer, not a fault. */
export function useImportPlanogram() {
  const client = useQueryClient();
  return useMutation({
    mutationFn: async ({ file, input }: ImportRequest): Promise<ImportAnswer> => {
      const contentBase64 = toBase64(new Uint8Array(await file.arrayBuffer()));
      const { planogramImport } = await execute(document, { input: { ...input, contentBase64 } });
      return planogramImport;
    },
    onSuccess: () => client.invalidateQueries({ queryKey: ['planograms'] }),
  });
}
