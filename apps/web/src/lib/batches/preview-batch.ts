import { queryOptions, type UseQueryResult } from '@tanstack/react-query';
import { graphql } from '../../generated/gql.ts';
import type { PreviewBatchQuery, ReprocessPreviewInput } from '../../generated/graphql.ts';
import { ApiFault } from '../api-fault.ts';
import { execute } from '../execute.ts';

export type BatchPreview = PreviewBatchQuery['reprocessPreview'];
/** A dry run that is running, is done or has failed. */
export type DryRunQuery = Pick<UseQueryResult<BatchPreview>, 'data' | 'error' | 'refetch'>;

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

/** Runs a dry run each time it is shown. A refusal by the API becomes a fault with its message. */
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
