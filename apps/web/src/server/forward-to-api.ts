import type { ClientRequest, IncomingMessage, ServerResponse } from 'node:http';
import * as http from 'node:http';
import * as https from 'node:https';
import { answerUnreachable } from './answer-unreachable.ts';
import { closeUnlessComplete, endAfterBody } from './early-answer.ts';
import { endToEndHeaders } from './end-to-end-headers.ts';

/** Shorter than the API keeps an idle connection (Node's default is 5 s): no request meets one that is about to close. */
const idleConnectionMs = 4_000;

/**
 * Opens the way to the API: requests and answers pass through as they are, both streamed. An answer that comes before
 * the body was sent (a refusal) goes back at once.
 */
export function openForwarding(apiOrigin: string): {
  forward(request: IncomingMessage, response: ServerResponse): void;
  close(): void;
} {
  const { protocol, hostname, port } = new URL(apiOrigin);
  const client = protocol === 'https:' ? https : http;
  const agent = new client.Agent({ keepAlive: true, timeout: idleConnectionMs });
  // An IPv6 address stands in brackets in a URL, and without them in a socket's address.
  const host = hostname.replace(/^\[(.*)\]$/, '$1');

  function forward(request: IncomingMessage, response: ServerResponse): void {
    const { method, url: path } = request;
    const sent = client.request({ agent, host, port, method, path, headers: headersFor(request) });
    sent.once('response', (answer) => passBack(answer, request, sent, response));
    sent.on('error', () => {
      if (!response.headersSent) answerUnreachable(request, response);
    });
    response.once('close', () => response.writableFinished || sent.destroy());
    // The answer may be complete before the body is.
    request.once('close', () => request.complete || sent.destroy());
    if (hasBody(request)) request.pipe(sent);
    else sent.end();
  }

  return { forward, close: () => agent.destroy() };
}

const hasBody = ({ headers }: IncomingMessage): boolean =>
  headers['transfer-encoding'] !== undefined || Number(headers['content-length'] ?? 0) > 0;

function headersFor(request: IncomingMessage): Record<string, string | string[]> {
  const { headers, socket } = request;
  const client = socket.remoteAddress ?? '';
  const before = headers['x-forwarded-for'];
  return {
    ...endToEndHeaders(headers),
    ...(headers['transfer-encoding'] === undefined ? {} : { 'transfer-encoding': 'chunked' }),
    // Appended, never taken over: what callers claim stands before the address that they really have.
    'x-forwarded-for': before === undefined ? client : `${before}, ${client}`,
  };
}

function passBack(
  answer: IncomingMessage,
  request: IncomingMessage,
  sent: ClientRequest,
  response: ServerResponse,
) {
  closeUnlessComplete(request, response);
  response.writeHead(answer.statusCode ?? 502, endToEndHeaders(answer.headers));
  response.flushHeaders();
  answer.pipe(response, { end: false });
  answer.once('error', () => response.destroy());
  answer.once('end', () => {
    // Node's client sends nothing after a complete answer; what still comes of the body is dropped here.
    if (!sent.writableFinished) {
      request.unpipe(sent);
      request.resume();
      sent.destroy();
    }
    endAfterBody(request, response);
  });
}
