import type { IncomingMessage } from 'node:http';

/** Reads a request's body. A reader that stops early leaves the connection open, so that a refusal can go out on it. */
export const readBody = (request: IncomingMessage): AsyncIterable<Uint8Array> => ({
  [Symbol.asyncIterator]: () => request.iterator({ destroyOnReturn: false }),
});
