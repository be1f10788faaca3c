import type { Transaction } from '@gondola/db';
import { askForRecapture } from './ask-for-recapture.ts';
import { findSuperseding } from './find-superseding.ts';

/** The pipeline's own request: none where the store has sent a better photo already. */
export async function requestRecapture(
  tx: Transaction,
  captureId: string,
  asked: Parameters<typeof askForRecapture>[2],
): Promise<void> {
  if ((await findSuperseding(tx, captureId)) === null) await askForRecapture(tx, captureId, asked);
}
