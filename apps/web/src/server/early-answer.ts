import type { IncomingMessage, ServerResponse } from 'node:http';

/**
 * Says in an answer that comes before its request's body that the connection will close. Some clients (Java's) would
 * otherwise send their next request into the middle of the body. Must be called before the answer's head is written.
 */
export function closeUnlessComplete(request: IncomingMessage, response: ServerResponse): void {
  if (!request.complete) response.shouldKeepAlive = false;
}

/**
 * Ends an answer. A connection that closes after it is closed when the whole body has come: a client that writes its
 * body before it reads would otherwise never see the answer. Node bounds the wait: it gives a request five minutes.
 */
export function endAfterBody(request: IncomingMessage, response: ServerResponse): void {
  if (request.complete || request.destroyed) response.end();
  else request.once('end', () => response.end());
}
