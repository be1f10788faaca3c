import { isTransientDatabaseError } from '@gondola/db';
import type { Log } from '@gondola/pipeline/telemetry';
import { parseTraceParent } from '@gondola/pipeline/telemetry';
import type { ErrorRequestHandler } from 'express';

/**
 * Answers the errors that no route handled. An error that names a 4xx status (a body that is too large or no JSON) is the
 * caller's. Everything else is logged once and answered with its trace id: 503 with Retry-After when the same request may
 * succeed later, else 500. The shape serves GraphQL clients too.
 */
export const answerError =
  (log: Log): ErrorRequestHandler =>
  (error: unknown, request, response, next) => {
    const status = statusOf(error);
    // Whoever broke off a transfer is not there to be answered.
    if (request.destroyed && !request.complete) return void response.destroy();
    if (response.headersSent) return void next(error);
    if (status !== null) {
      const message = error instanceof Error ? error.message : 'The request is not valid.';
      response.status(status).json(body(message, 'BAD_REQUEST'));
      return;
    }
    const traceId = parseTraceParent(response.locals.traceParent)?.traceId ?? null;
    log.error({ err: error, traceId, method: request.method, path: request.path }, 'a request failed');
    if (isTransient(error)) {
      response.status(503).set('Retry-After', String(transientRetryAfterSeconds));
      return void response.json(body(transientMessage, 'SERVICE_UNAVAILABLE', { traceId }));
    }
    const message = 'This failed inside Gondola. The trace id finds it in the log.';
    response.status(500).json(body(message, 'INTERNAL_SERVER_ERROR', { traceId }));
  };

export const transientMessage = 'The database is away or busy. Try again.';

const body = (message: string, code: string, more: object = {}) => ({
  errors: [{ message, extensions: { code, ...more } }],
});

function statusOf(error: unknown): number | null {
  const status = (error as { status?: unknown } | null)?.status;
  return typeof status === 'number' && status >= 400 && status < 500 ? status : null;
}

/** Returns true for a database or disk that is away or busy: the caller may try again. */
export function isTransient(error: unknown): boolean {
  for (let at = error; at instanceof Error; at = at.cause)
    if ((at as { retry?: unknown }).retry === true) return true;
  return isTransientDatabaseError(error);
}

/** Longer than a failover of a managed Postgres holds up one connection, shorter than a device gives up. */
export const transientRetryAfterSeconds = 5;
