import { z } from 'zod';
import { type ErrorRow, faultOf, rowOfStatus, unknownError } from '../../remote/error-table.ts';
import { networkRowOf } from '../../remote/error-table-network.ts';
import type { ProviderAnswer } from '../../remote/provider-http.ts';
import { durationMs, retryAfterMs } from '../../remote/provider-waits.ts';
import type { TierFault } from '../../tier.ts';

const row = (kind: ErrorRow['kind'], why: string): ErrorRow => ({ kind, why });

/** By the `status` of Google's error object: all codes of google.rpc.Code but OK. */
export const vertexRows = {
  CANCELLED: row('TRANSIENT', 'Vertex AI gave the call up'),
  UNKNOWN: row('TRANSIENT', 'Vertex AI failed'),
  INVALID_ARGUMENT: row('PERMANENT_INPUT', 'Vertex AI refuses the photo'),
  DEADLINE_EXCEEDED: row('TRANSIENT', 'the model did not answer Vertex AI in time'),
  NOT_FOUND: row('CONFIGURATION', 'the endpoint does not exist'),
  ALREADY_EXISTS: row('CONFIGURATION', 'this is no answer to a prediction: the address is another one'),
  PERMISSION_DENIED: row('CONFIGURATION', 'the credentials do not allow predictions'),
  UNAUTHENTICATED: row('CONFIGURATION', 'Google does not accept the credentials'),
  RESOURCE_EXHAUSTED: row('THROTTLED', 'the quota of Vertex AI is used up'),
  FAILED_PRECONDITION: row('NOT_READY', 'the endpoint has no model that is ready'),
  ABORTED: row('TRANSIENT', 'Vertex AI gave the call up'),
  OUT_OF_RANGE: row('PERMANENT_INPUT', 'Vertex AI refuses the photo'),
  UNIMPLEMENTED: row('CONFIGURATION', 'the endpoint does not predict'),
  INTERNAL: row('TRANSIENT', 'Vertex AI failed'),
  UNAVAILABLE: row('TRANSIENT', 'Vertex AI is not available'),
  DATA_LOSS: row('TRANSIENT', 'Vertex AI failed'),
} as const satisfies Record<string, ErrorRow>;

/** Vertex AI answers FAILED_PRECONDITION to a request over its 1.5 MB, which says nothing about the model. */
const sizePattern = /request (payload )?size .*exceeds/i;
const tooLarge = row('PERMANENT_INPUT', 'the photo is too large');

/** By the `error` of an OAuth token endpoint (RFC 6749, 8693). */
export const tokenRows: Readonly<Record<string, ErrorRow>> = Object.fromEntries(
  [
    'invalid_request',
    'invalid_client',
    'invalid_grant',
    'invalid_scope',
    'invalid_target',
    'unauthorized_client',
    'unsupported_grant_type',
    'access_denied',
  ].map((word) => [word, row('CONFIGURATION', 'Google gives no token for the credentials')]),
);

const errorSchema = z.object({
  error: z.object({
    code: z.number().optional(),
    message: z.string().default(''),
    status: z.string().optional(),
    details: z.array(z.looseObject({ retryDelay: z.string().optional() })).default([]),
  }),
});

/** Classifies an answer of another status than 200: by Google's error status first, by the HTTP status without one. */
export function toVertexFault({ status, headers, body }: ProviderAnswer): TierFault {
  const said = readError(body);
  const header = retryAfterMs(headers['retry-after']);
  // google.rpc.RetryInfo, where the header is missing.
  const [delay = null] = (said?.details ?? []).flatMap(
    ({ retryDelay }) => durationMs(retryDelay ?? '') ?? [],
  );
  const message = said?.message ?? `HTTP ${status}`;
  return faultOf(rowOf(said?.status, status, message), message, { retryAfterMs: header ?? delay });
}

function rowOf(word: string | undefined, status: number, message: string): ErrorRow {
  if (word === 'FAILED_PRECONDITION' && sizePattern.test(message)) return tooLarge;
  if (word !== undefined && Object.hasOwn(vertexRows, word))
    return vertexRows[word as keyof typeof vertexRows];
  return rowOfStatus(status);
}

function readError(body: Buffer): z.output<typeof errorSchema>['error'] | null {
  try {
    return errorSchema.parse(JSON.parse(body.toString('utf8'))).error;
  } catch {
    // Google's front end answers some errors with a page.
    return null;
  }
}

/** Classifies an error of a token request: from google-auth-library, which wraps gaxios. */
export function toTokenFault(error: unknown): TierFault {
  const { message, status, response } = error as TokenError;
  const word = response?.data?.error;
  const httpStatus = response?.status ?? status;
  const row =
    (typeof word === 'string' ? tokenRows[word] : undefined) ??
    (typeof httpStatus === 'number' ? tokenRowOfStatus(httpStatus) : undefined) ??
    networkRowOf(error) ??
    // The library's own complaints: no credentials found, a file that is none.
    (/credential|private key|keyfile|key file|\bJSON\b|ENOENT|no such file/i.test(message ?? '')
      ? noCredentials
      : unknownError);
  const header = response?.headers?.get?.('retry-after') ?? undefined;
  return faultOf(row, message ?? String(error), { cause: error, retryAfterMs: retryAfterMs(header) });
}

const noCredentials = row('CONFIGURATION', 'no usable Google credentials were found');

/** A token endpoint receives no photo: it can only refuse the credentials. */
const tokenRowOfStatus = (status: number): ErrorRow =>
  status >= 400 && status < 500 && status !== 408 && status !== 429
    ? row('CONFIGURATION', 'Google gives no token for the credentials')
    : rowOfStatus(status);

interface TokenError {
  message?: string;
  status?: unknown;
  response?: { status?: number; data?: { error?: unknown }; headers?: { get?(name: string): string | null } };
}
