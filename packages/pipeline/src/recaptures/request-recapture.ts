import type { Transaction } from '@gondola/db';
import { findSuperseding } from './find-superseding.ts';
import { upsertRecaptureRequest } from './upsert-recapture-request.ts';

/** Opens a recapture request of the pipeline, unless a better photo superseded the capture already. */
export async function requestRecapture(
  tx: Transaction,
  captureId: string,
  wanted: Parameters<typeof upsertRecaptureRequest>[2],
): Promise<void> {
  if ((await findSuperseding(tx, captureId)) === null) await upsertRecaptureRequest(tx, captureId, wanted);
}
