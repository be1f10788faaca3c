import type { Log } from '@gondola/pipeline/telemetry';
import { parseTraceParent } from '@gondola/pipeline/telemetry';
import type { ErrorRequestHandler } from 'express';

/**
 * The last resort of every route. An error that names a 4xx status (a body that is too large or no JSON) is the
 * caller's; everything else is logged once and answered with its trace id. The shape serves GraphQL clients too.
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
      response.status(status).set('Connection', 'close').json(body(message, 'BAD_REQUEST'));
      return;
    }
    const traceId = parseTraceParent(response.locals.traceParent)?.traceId ?? null;
    log.error({ err: error, traceId, method: request.method, path: request.path }, 'a request failed');
    const message = 'This failed inside Gondola. The trace id finds it in the log.';
    response.status(isPassing(error) ? 503 : 500).json(body(message, 'INTERNAL_SERVER_ERROR', { traceId }));
  };

const body = (message: string, code: string, more: object = {}) => ({
  errors: [{ message, extensions: { code, ...more } }],
});

function statusOf(error: unknown): number | null {
  const status = (error as { status?: unknown } | null)?.status;
  return typeof status === 'number' && status >= 400 && status < 500 ? status : null;
}

/** A database or disk that is away comes back: the caller may try again. */
export function isPassing(error: unknown): boolean {
  for (let at = error; at instanceof Error; at = at.cause) {
    const { code, retry } = at as { code?: unknown; retry?: unknown };
    if (retry === true) return true;
    if (typeof code === 'string' && /^(ECONN|ETIMEDOUT|EPIPE|57P0|08)/.test(code)) return true;
  }
  return false;
}
