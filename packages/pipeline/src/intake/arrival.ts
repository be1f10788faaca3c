import type { DeadLetterReason } from '@gondola/db';
import type { IntakeResult, SubmittingDevice, TryLater } from './accept-captures.ts';
import { canonicalAisle, idempotencyKey } from './idempotency-key.ts';
import type { Payload } from './payload.ts';
import type { Problem } from './problem.ts';
import { passSchemaGate } from './schema-gate.ts';

/** What one device handed in with one request. */
export interface Submission {
  device: SubmittingDevice;
  payloads: readonly unknown[];
  traceParent: string | null;
}

/** A payload on its way in, with its place in the answer. */
interface Place {
  device: SubmittingDevice;
  raw: unknown;
  traceParent: string | null;
  answer(result: IntakeResult): void;
}

/** A payload that passed the schema gate. */
export interface Arrival extends Place {
  payload: Payload;
  payloadVersion: number;
  key: Buffer;
  /** Store and key as one text: what makes two arrivals the same capture. */
  identity: string;
  aisle: string;
}

export interface Refusal extends Place {
  problems: [Problem, ...Problem[]];
}

/** A payload that has to wait, and why. */
export interface Deferral {
  arrival: Place;
  answer: TryLater;
}

export interface SortedSubmissions {
  arrivals: Arrival[];
  refusals: Refusal[];
  /** The answers by submission and payload; read when all are given. */
  answers: (IntakeResult | undefined)[][];
}

/** Puts every payload through the schema gate. */
export function sortSubmissions(submissions: readonly Submission[]): SortedSubmissions {
  const sorted: SortedSubmissions = { arrivals: [], refusals: [], answers: [] };
  for (const { device, payloads, traceParent } of submissions) {
    const answers: (IntakeResult | undefined)[] = payloads.map(() => undefined);
    sorted.answers.push(answers);
    for (const [ordinal, raw] of payloads.entries()) {
      const place: Place = {
        device,
        raw,
        traceParent,
        answer: (result) => {
          answers[ordinal] = result;
        },
      };
      const gated = passSchemaGate(raw, device.storeCode);
      if ('payload' in gated) sorted.arrivals.push(toArrival(place, gated));
      else sorted.refusals.push({ ...place, problems: gated.problems });
    }
  }
  return sorted;
}

function toArrival(place: Place, gated: { payload: Payload; payloadVersion?: number }): Arrival {
  const { payload, payloadVersion } = gated;
  const key = Buffer.from(idempotencyKey(payload));
  return {
    ...place,
    payload,
    payloadVersion: payloadVersion ?? 1,
    key,
    identity: `${place.device.storeId}:${key.toString('hex')}`,
    aisle: canonicalAisle(payload.aisle),
  };
}

/** Turns an arrival that has no way in into a refusal. */
export const refuse = (arrival: Arrival, code: DeadLetterReason, path: string, message: string): Refusal => ({
  device: arrival.device,
  raw: arrival.raw,
  traceParent: arrival.traceParent,
  answer: arrival.answer,
  problems: [{ path, code, message }],
});
