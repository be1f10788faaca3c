import type { DeadLetterReason } from '@gondola/db';
import { canonicalAisle } from '../../aisle.ts';
import type { JudgedStamp } from '../../clocks/judge-stamp.ts';
import type { KeyVersion } from '../idempotency-key.ts';
import type { Payload } from '../payload.ts';
import type { Problem } from '../problem.ts';
import { passSchemaGate } from '../schema-gate/schema-gate.ts';
import type { IntakeResult } from './intake-result.ts';
import type { SubmittingDevice } from './intake-tools.ts';

/** The payloads that one device submitted with one request. */
export interface Submission {
  device: SubmittingDevice;
  payloads: readonly unknown[];
  traceParent: string | null;
}

/** A payload as received. */
interface RawPayload {
  /** Index of the payload in the set, over all its submissions; also the index of its result. */
  slot: number;
  device: SubmittingDevice;
  raw: unknown;
  traceParent: string | null;
}

/** A payload that passed the schema gate. */
export interface GatedPayload extends RawPayload {
  payload: Payload;
  payloadVersion: number;
  aisle: string;
}

/** A payload whose device is known, and with it the key of the capture. */
export interface ReceivedPayload extends GatedPayload {
  /** The MAC of the device; null for a placeholder. */
  mac: string | null;
  /** Null for a device that no capture was accepted from yet. */
  deviceId: string | null;
  cameraModel: string | null;
  /** The time that rules use for the capture. */
  stamp: JudgedStamp;
  key: Buffer;
  keyVersion: KeyVersion;
  /** The key that a capture with a placeholder got before such devices had rows; null for any other payload. */
  earlierKey: Buffer | null;
  /** Store and key as one text: two payloads with the same identity are the same capture. */
  identity: string;
}

/** A payload that becomes a dead letter. */
export interface RejectedPayload extends RawPayload {
  problems: [Problem, ...Problem[]];
}

/** The result of one payload. Each slot of a set has exactly one. */
export interface Answer {
  slot: number;
  result: IntakeResult;
}

/** Runs every payload through the schema gate, in the order of the submissions. */
export function receivePayloads(submissions: readonly Submission[]): {
  gated: GatedPayload[];
  rejected: RejectedPayload[];
} {
  const gated: GatedPayload[] = [];
  const rejected: RejectedPayload[] = [];
  let slot = 0;
  for (const { device, payloads, traceParent } of submissions)
    for (const raw of payloads) {
      const rawPayload: RawPayload = { slot: slot++, device, raw, traceParent };
      const result = passSchemaGate(raw, device.storeCode);
      if ('payload' in result)
        gated.push({ ...rawPayload, ...result, aisle: canonicalAisle(result.payload.aisle) });
      else rejected.push({ ...rawPayload, problems: result.problems });
    }
  return { gated, rejected };
}

/** Rejects a payload that passed the schema gate but contradicts the database. */
export const reject = (
  { slot, device, raw, traceParent }: ReceivedPayload,
  code: DeadLetterReason,
  path: string,
  message: string,
): RejectedPayload => ({ slot, device, raw, traceParent, problems: [{ path, code, message }] });

/**
 * Returns the results of each submission, in the order of its payloads.
 *
 * @throws Error when a slot has no answer or more than one: a step of intake lost or duplicated a payload.
 */
export function resultsBySubmission(
  submissions: readonly Submission[],
  answers: readonly Answer[],
): IntakeResult[][] {
  const bySlot = new Map(answers.map(({ slot, result }) => [slot, result]));
  const expected = submissions.reduce((sum, { payloads }) => sum + payloads.length, 0);
  if (bySlot.size !== expected || answers.length !== expected)
    throw new Error(`invariant: ${answers.length} answers in ${bySlot.size} slots for ${expected} payloads`);
  let slot = 0;
  return submissions.map(({ payloads }) =>
    payloads.map(() => {
      const result = bySlot.get(slot++);
      if (!result) throw new Error('invariant: a payload has no result');
      return result;
    }),
  );
}
