'use client';
import { BatchRow } from '../../../features/batches/batch-row.tsx';
import { DryRun } from '../../../features/batches/new-batch/dry-run.tsx';
import { DriftScreen } from '../../../features/drift/drift-screen.tsx';
import type { DriftSlots } from '../../../features/drift/drift-slots.ts';

const slots: DriftSlots = {
  batchRow: (batch) => <BatchRow batch={batch} />,
  dryRun: (query) => <DryRun query={query} />,
};

/** Shows the drift queue, with the batches that it starts. */
export const Screen = () => <DriftScreen slots={slots} />;
