import type { Database } from '@gondola/db';
import type { CaptureQueue } from '../queue/capture-queue.ts';
import { findDuplicates } from './find-duplicates.ts';
import { insertCaptures } from './insert-captures.ts';
import { insertDeadLetters } from './insert-dead-letters.ts';
import type { Payload } from './payload.ts';
import type { Problem } from './problem.ts';
import { resolveUploads } from './resolve-uploads.ts';
import { passSchemaGate } from './schema-gate.ts';

export interface IntakeTools {
  db: Database;
  queue: CaptureQueue;
}

/** The authenticated device; the store comes from its key, never from a payload. */
export interface SubmittingDevice {
  deviceKeyId: string;
  storeId: string;
  storeCode: string;
}

export type IntakeResult =
  | { outcome: 'ACCEPTED' | 'DUPLICATE' | 'CONFLICT'; captureId: string; problems: Problem[] }
  | { outcome: 'DEAD_LETTERED'; deadLetterId: string; problems: Problem[] };

/** A payload on its way in: what the gate made of it, and its place in the answer. */
export interface Arrival {
  ordinal: number;
  raw: unknown;
  payload: Payload;
}

export interface Refusal {
  ordinal: number;
  raw: unknown;
  problems: [Problem, ...Problem[]];
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
  const arrivals: Arrival[] = [];
  const refusals: Refusal[] = [];
  for (const [ordinal, raw] of payloads.entries()) {
    const gated = passSchemaGate(raw, device.storeCode);
    if ('payload' in gated) arrivals.push({ ordinal, raw, payload: gated.payload });
    else refusals.push({ ordinal, raw, problems: gated.problems });
  }

  return tools.db.transaction(async (tx) => {
    const { known, unknown } = await resolveUploads(tx, device.storeId, arrivals);
    const results = new Map<number, IntakeResult>();
    const fresh = await insertCaptures(tools, tx, device, known, traceParent);
    for (const [ordinal, captureId] of fresh)
      results.set(ordinal, { outcome: 'ACCEPTED', captureId, problems: [] });
    const resent = known.filter((arrival) => !fresh.has(arrival.ordinal));
    for (const [ordinal, result] of await findDuplicates(tx, device, resent)) results.set(ordinal, result);
    for (const [ordinal, result] of await insertDeadLetters(tx, device, [...refusals, ...unknown]))
      results.set(ordinal, result);
    return payloads.map((_, ordinal) => {
      const result = results.get(ordinal);
      if (!result) throw new Error(`payload ${ordinal} has no outcome`);
      return result;
    });
  });
}
