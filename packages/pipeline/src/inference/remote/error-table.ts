import type { TierFaultKind } from '../../tier-fault-kind.ts';
import { TierFault } from '../tier.ts';

/** One row of a provider's error table: the fault kind of an error for the ladder and the breaker, and why. */
export interface ErrorRow {
  kind: TierFaultKind;
  why: string;
}

/** An error in no table. It counts against the provider: a single one has no effect, a series opens the breaker. */
export const unknownError: ErrorRow = { kind: 'TRANSIENT', why: 'an error that is not in the table' };

/** An answer of the right status that cannot be read: broken or cut JSON, another shape, a proxy's page. */
export const unreadableAnswer: ErrorRow = { kind: 'TRANSIENT', why: 'the answer cannot be read' };

const row = (kind: TierFaultKind, why: string): ErrorRow => ({ kind, why });

/** By HTTP status (RFC 9110 and 6585), where the provider's own word for the error is missing. */
export const statusRows: Readonly<Record<number, ErrorRow>> = {
  400: row('PERMANENT_INPUT', 'the request was refused as it is'),
  401: row('CONFIGURATION', 'the credentials are not accepted'),
  402: row('CONFIGURATION', 'the account does not pay for this'),
  403: row('CONFIGURATION', 'the credentials do not allow this'),
  404: row('CONFIGURATION', 'the model or endpoint does not exist'),
  405: row('CONFIGURATION', 'the address is not of this API'),
  406: row('CONFIGURATION', 'the address is not of this API'),
  407: row('CONFIGURATION', 'a proxy wants credentials'),
  408: row('TRANSIENT', 'the server gave up waiting for the request'),
  409: row('TRANSIENT', 'the request met a change of the resource'),
  410: row('CONFIGURATION', 'the model or endpoint is gone'),
  411: row('CONFIGURATION', 'the address is not of this API'),
  413: row('PERMANENT_INPUT', 'the photo is too large'),
  415: row('CONFIGURATION', 'the address is not of this API'),
  421: row('CONFIGURATION', 'the address is not of this API'),
  422: row('PERMANENT_INPUT', 'the photo cannot be processed'),
  425: row('TRANSIENT', 'the server wants the request again later'),
  426: row('CONFIGURATION', 'another protocol is asked for'),
  429: row('THROTTLED', 'too many requests'),
  431: row('CONFIGURATION', 'the headers are too large'),
  451: row('CONFIGURATION', 'the provider may not answer'),
  499: row('TRANSIENT', 'a proxy saw the call end'),
  500: row('TRANSIENT', 'the provider failed'),
  501: row('CONFIGURATION', 'the provider does not do this'),
  502: row('TRANSIENT', 'a gateway got no answer'),
  503: row('TRANSIENT', 'the provider is not available'),
  504: row('TRANSIENT', 'a gateway waited too long'),
  505: row('CONFIGURATION', 'another protocol is asked for'),
  511: row('CONFIGURATION', 'the network wants a sign-in'),
};

/** Returns the row of any status; a status without a row is classified by its class (3xx, 5xx). */
export function rowOfStatus(status: number): ErrorRow {
  const known = statusRows[status];
  if (known) return known;
  if (status >= 500) return row('TRANSIENT', 'the provider failed');
  if (status >= 300 && status < 400) return row('CONFIGURATION', 'the endpoint sends callers elsewhere');
  return unknownError;
}

/** A provider's text may be a whole page; this length suffices to recognise the error. */
const maxMessageLength = 300;

/** Creates the fault of a row; `message` is the provider's own text. */
export function faultOf(
  row: ErrorRow,
  message: string,
  options: { cause?: unknown; retryAfterMs?: number | null } = {},
): TierFault {
  const text = message.replace(/\s+/g, ' ').trim().slice(0, maxMessageLength);
  return new TierFault(row.kind, text === '' ? row.why : `${row.why}: ${text}`, {
    cause: options.cause,
    ...(typeof options.retryAfterMs === 'number' ? { retryAfterMs: options.retryAfterMs } : {}),
  });
}
