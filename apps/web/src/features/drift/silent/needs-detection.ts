import type { BatchPreview } from '../../../lib/batches/preview-batch.ts';

type DryRunResult = Pick<BatchPreview, 'eligible'> & {
  sample: Pick<NonNullable<BatchPreview['sample']>, 'captures' | 'skipped'> | null;
};

/**
 * Tells whether a dry run of rescoring skipped its whole sample: the earlier detections do not fit the other version.
 */
export function needsDetection(preview: DryRunResult | undefined): boolean {
  const sample = preview?.sample;
  if (!preview || !sample || preview.eligible === 0 || sample.captures === 0) return false;
  return sample.skipped.reduce((sum, { count }) => sum + count, 0) === sample.captures;
}
