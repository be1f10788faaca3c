import type { Database, DeadLetterReason } from '@gondola/db';
import type { CaptureQueue } from '../queue/capture-queue.ts';
import { acceptSubmissions } from './accept-submissions.ts';
import type { Problem, TryLaterReason } from './problem.ts';
import type { ReadPressure } from './watch-pressure.ts';

export interface IntakeTools {
  db: Database;
  queue: CaptureQueue;
  /** What keeps new captures out for now; without it, only the devices' quotas do. */
  readPressure?: ReadPressure;
}

/** The authenticated device; the store comes from its key, never from a payload. */
export interface SubmittingDevice {
  deviceKeyId: string;
  storeId: string;
  storeCode: string;
}

export type IntakeResult =
  | { outcome: 'ACCEPTED' | 'DUPLICATE' | 'CONFLICT'; captureId: string; problems: Problem[] }
  | { outcome: 'DEAD_LETTERED'; deadLetterId: string; problems: Problem[] }
  | TryLater;

/** Neither stored nor set aside: the device keeps the payload and sends it again. */
export interface TryLater {
  outcome: 'TRY_LATER';
  retryAfterSeconds: number;
  /** The first says why it has to wait. */
  problems: Problem<TryLaterReason | DeadLetterReason>[];
}

/**
 * Takes payloads in: captures with their first job, duplicates, conflicts and dead letters, all in one transaction.
 * The answer has one result per payload, in their order. When it resolves, everything in it is durable.
 */
export async function acceptCaptures(
  tools: IntakeTools,
  device: SubmittingDevice,
  payloads: readonly unknown[],
  traceParent: string | null = null,
): Promise<IntakeResult[]> {
  const [results] = await acceptSubmissions(tools, [{ device, payloads, traceParent }]);
  if (!results) throw new Error('the submission was not answered');
  return results;
}
