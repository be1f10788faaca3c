import type { BatchPreview } from '../batches/preview-batch.ts';

type Tried = Pick<BatchPreview, 'eligible'> & {
  sample: Pick<NonNullable<BatchPreview['sample']>, 'captures' | 'skipped'> | null;
};

/** A dry run of scoring again did none of its sample: what was seen before cannot be held against the other version. */
export function needsLooking(preview: Tried | undefined): boolean {
  const sample = preview?.sample;
  if (!preview || !sample || preview.eligible === 0 || sample.captures === 0) return false;
  return sample.skipped.reduce((sum, { count }) => sum + count, 0) === sample.captures;
}
