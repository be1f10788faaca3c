import { TierFault, type TierFaultKind } from './tier.ts';

/** One row of a provider's error table: what an error means for the ladder and the breaker, and why. */
export interface ErrorRow {
  kind: TierFaultKind;
  why: string;
}

/** An error that no table knows. Counted against the provider: one is forgotten, a row of them opens the breaker. */
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

/** Any status: those without a row go by their hundred. */
export function rowOfStatus(status: number): ErrorRow {
  const known = statusRows[status];
  if (known) return known;
  if (status >= 500) return row('TRANSIENT', 'the provider failed');
  if (status >= 300 && status < 400) return row('CONFIGURATION', 'the endpoint sends callers elsewhere');
  return unknownError;
}

/** A provider's text may be a page: enough of it to recognise the error. */
const longestMessage = 300;

/** The fault that a row stands for; `said` is what the provider said. */
export function faultOf(
  row: ErrorRow,
  said: string,
  options: { cause?: unknown; retryAfterMs?: number | null } = {},
): TierFault {
  const text = said.replace(/\s+/g, ' ').trim().slice(0, longestMessage);
  return new TierFault(row.kind, text === '' ? row.why : `${row.why}: ${text}`, {
    cause: options.cause,
    ...(typeof options.retryAfterMs === 'number' ? { retryAfterMs: options.retryAfterMs } : {}),
  });
}
