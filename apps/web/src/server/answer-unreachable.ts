import type { IncomingMessage, ServerResponse } from 'node:http';
import { closeUnlessComplete, endAfterBody } from './early-answer.ts';

/** An API that is started again answers after a few seconds. */
const retryAfterSeconds = 5;
const code = 'API_UNREACHABLE';
const message = 'The API cannot be reached. Try again.';

/**
 * Answers for an API that does not, in the shape of the API's own refusals. The rest of the body is read, so that the
 * answer reaches a client that is still sending.
 */
export function answerUnreachable(request: IncomingMessage, response: ServerResponse): void {
  const isUpload = /^\/uploads(?:\/|\?|$)/.test(request.url ?? '');
  const body = isUpload
    ? { problem: { path: '$', code, message } }
    : { errors: [{ message, extensions: { code } }] };
  // tus-js-client takes every other failure of HEAD for the end of the upload and begins it anew.
  const status = isUpload && request.method === 'HEAD' ? 423 : 502;
  const text = JSON.stringify(body);
  closeUnlessComplete(request, response);
  response.writeHead(status, {
    'content-type': 'application/json; charset=utf-8',
    'content-length': Buffer.byteLength(text),
    'cache-control': 'no-store',
    'retry-after': String(retryAfterSeconds),
  });
  response.write(text);
  request.unpipe();
  request.resume();
  endAfterBody(request, response);
}
