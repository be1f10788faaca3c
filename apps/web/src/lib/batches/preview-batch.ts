import { queryOptions } from '@tanstack/react-query';
import { graphql } from '../../generated/gql.ts';
import type { PreviewBatchQuery, ReprocessPreviewInput } from '../../generated/graphql.ts';
import { ApiFault } from '../../lib/api-fault.ts';
import { execute } from '../../lib/execute.ts';

export type BatchPreview = PreviewBatchQuery['reprocessPreview'];

const document = graphql(`
  query PreviewBatch($input: ReprocessPreviewInput!) {
    reprocessPreview(input: $input) {
      captures
      eligible
      estimatedMinutes
      estimateBasis
      sample {
        captures
        skipped { reason count }
        impact {
          compared
          improved
          worsened
          same
          meanBefore
          meanAfter
          histogramBefore
          histogramAfter
        }
      }
      userErrors { message }
    }
  }
`);

/** A dry run; what the API refuses is a fault with its message. Made anew each time somebody looks. */
export const batchPreviewQuery = (input: ReprocessPreviewInput) =>
  queryOptions({
    queryKey: ['batch-preview', input],
    queryFn: async ({ signal }) => {
      const { reprocessPreview } = await execute(document, { input }, signal);
      const refusal = reprocessPreview.userErrors[0];
      if (refusal) throw new ApiFault('FAILED', refusal.message);
      return reprocessPreview;
    },
    staleTime: 0,
    gcTime: 0,
    refetchOnWindowFocus: false,
  });
