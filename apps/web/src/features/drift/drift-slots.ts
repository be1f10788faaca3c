import type { ReactNode } from 'react';
import type { BatchSummary } from '../../lib/batches/batch-summary.ts';
import type { DryRunQuery } from '../../lib/batches/preview-batch.ts';

/** What batches contribute to the drift queue; the page of the app provides it. */
export interface DriftSlots {
  /** Shows one batch as a row of a list. */
  batchRow: (batch: BatchSummary) => ReactNode;
  /** Shows what a batch would do. */
  dryRun: (query: DryRunQuery) => ReactNode;
}
