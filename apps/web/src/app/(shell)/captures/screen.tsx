'use client';
import { NewBatchDialog } from '../../../features/batches/new-batch/new-batch-dialog.tsx';
import { CapturesScreen } from '../../../features/captures/captures-screen.tsx';

/** Shows the list of captures, from which batches are started. */
export const Screen = () => <CapturesScreen newBatch={(request) => <NewBatchDialog {...request} fixed />} />;
