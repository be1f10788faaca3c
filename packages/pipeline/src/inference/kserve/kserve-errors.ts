import { z } from 'zod';
import { type ErrorRow, faultOf, rowOfStatus } from '../remote/error-table.ts';
import type { ProviderAnswer } from '../remote/provider-http.ts';
import { retryAfterMs } from '../remote/provider-waits.ts';
import type { TierFault } from '../tier.ts';

/**
 * The protocol gives errors no code, only an HTTP status and a sentence: what servers (Triton, OpenVINO Model Server,
 * KServe) say when a model is known and does not run. Everything else goes by the status.
 */
export const kserveRows: readonly (ErrorRow & { says: RegExp })[] = [
  {
    says: /no available versions|not (yet )?(ready|loaded|available)|is (still )?(loading|unavailable)|model .*unavailable/i,
    kind: 'NOT_READY',
    why: 'the model is not loaded',
  },
  {
    says: /unknown model|model .*(is )?not found/i,
    kind: 'CONFIGURATION',
    why: 'the server does not have the model',
  },
  {
    says: /unexpected (inference )?(input|datatype|data-type|shape)|expected? .*(inputs?|shape)|unable to find.*input/i,
    kind: 'CONFIGURATION',
    why: 'the model takes other inputs',
  },
  {
    says: /exceeds? (the )?(maximum )?queue size|queue is full/i,
    kind: 'THROTTLED',
    why: "the server's queue is full",
  },
];

const schema = z.object({ error: z.string() });

/** Classifies an answer of another status than 200. */
export function toKserveFault({ status, headers, body }: ProviderAnswer): TierFault {
  const message = readError(body);
  const row = kserveRows.find(({ says }) => says.test(message ?? '')) ?? rowOfStatus(status);
  return faultOf(row, message ?? `HTTP ${status}`, { retryAfterMs: retryAfterMs(headers['retry-after']) });
}

function readError(body: Buffer): string | null {
  try {
    return schema.parse(JSON.parse(body.toString('utf8'))).error;
  } catch {
    // A gateway in front of the server answers in its own way.
    return null;
  }
}
