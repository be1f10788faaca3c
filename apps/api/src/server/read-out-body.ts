import type { IncomingMessage, ServerResponse } from 'node:http';

/** More than the largest photo: what comes after an answer is still read, so that the answer reaches its sender. */
const maxBytes = 48 * 1024 * 1024;

/**
 * Makes an answer that comes before its request's body reach the caller. Most clients write all of a body before they
 * read: when the connection closes on bytes that were not read, the caller sees a broken connection and no answer.
 * So the answer goes out at once, the rest of the body is read and dropped, and then the connection closes. It says so
 * beforehand, since some clients (Java's) would send their next request into the middle of the body.
 * Node ends the request after five minutes.
 */
export function readOutBody(request: IncomingMessage, response: ServerResponse): void {
  const { headers } = request;
  if (headers['transfer-encoding'] === undefined && !(Number(headers['content-length']) > 0)) return;
  const writeHead = response.writeHead.bind(response) as (...args: unknown[]) => ServerResponse;
  response.writeHead = (...args: unknown[]) => {
    if (!request.complete) response.shouldKeepAlive = false;
    return writeHead(...args);
  };
  const end = response.end.bind(response) as (...args: unknown[]) => ServerResponse;
  response.end = ((...args: unknown[]) => {
    if (request.complete || request.destroyed) return end(...args);
    const [chunk] = args;
    if (typeof chunk === 'string' || chunk instanceof Uint8Array) response.write(chunk);
    else response.flushHeaders();
    dropRest(request);
    const onFinish = args.findLast((arg) => typeof arg === 'function');
    request.once('close', () => end(onFinish));
    return response;
  }) as ServerResponse['end'];
}

function dropRest(request: IncomingMessage): void {
  let left = maxBytes;
  request.on('data', (chunk: Uint8Array) => {
    left -= chunk.byteLength;
    if (left < 0) request.destroy();
  });
  request.resume();
}
