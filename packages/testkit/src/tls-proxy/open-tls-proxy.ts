import { once } from 'node:events';
import { request as forward, type IncomingMessage, type ServerResponse } from 'node:http';
import { createServer } from 'node:https';
import { Transform } from 'node:stream';
import { buffer } from 'node:stream/consumers';
import { pipeline } from 'node:stream/promises';
import type { Certificate } from './make-certificate.ts';
import type { ProxyRule } from './read-nginx-example.ts';

export interface TlsProxy {
  /** Such as `https://localhost:8443`. */
  url: string;
  close(): Promise<void>;
}

/** Headers of a single connection (RFC 9110, 7.6.1). */
const hopByHop = new Set(['connection', 'keep-alive', 'te', 'trailer', 'transfer-encoding', 'upgrade']);

/** Opens a reverse proxy with TLS in front of a server. It obeys rules as nginx does, and answers a body over the limit in HTML. */
export async function openTlsProxy(options: {
  target: string;
  certificate: Certificate;
  rules: ProxyRule[];
  port: number;
}): Promise<TlsProxy> {
  const { target, certificate, rules, port } = options;
  const longestFirst = rules.toSorted((a, b) => b.path.length - a.path.length);
  const server = createServer({ cert: certificate.cert, key: certificate.key }, (incoming, outgoing) => {
    const rule = longestFirst.find(({ path }) => incoming.url?.startsWith(path));
    const work = rule ? pass(incoming, outgoing, rule, target) : Promise.reject(new Error('no location'));
    work.catch((fault: unknown) => {
      if (fault instanceof BodyTooLarge) answer(outgoing, 413, 'Request Entity Too Large');
      else answer(outgoing, 502, 'Bad Gateway');
    });
  });
  server.listen(port, 'localhost');
  await once(server, 'listening');
  return {
    url: `https://localhost:${port}`,
    close: async () => {
      server.closeAllConnections();
      server.close();
      await once(server, 'close');
    },
  };
}

class BodyTooLarge extends Error {}

async function pass(
  incoming: IncomingMessage,
  outgoing: ServerResponse,
  rule: ProxyRule,
  target: string,
): Promise<void> {
  if (Number(incoming.headers['content-length'] ?? 0) > rule.maxBodyBytes) throw new BodyTooLarge();
  const limited = incoming.pipe(limit(rule.maxBodyBytes));
  const body = rule.buffersRequests ? await whole(limited) : limited;
  const upstream = forward(new URL(incoming.url ?? '/', target), {
    method: incoming.method,
    headers: headersFor(incoming, rule, Buffer.isBuffer(body) ? body.length : undefined),
    agent: false,
  });
  const sent = Buffer.isBuffer(body) ? Promise.resolve(upstream.end(body)) : pipeline(body, upstream);
  sent.catch((fault: unknown) => upstream.destroy(fault as Error));
  const [answered] = (await once(upstream, 'response')) as [IncomingMessage];
  const headers = Object.entries(answered.headers).filter(([name]) => !hopByHop.has(name));
  outgoing.writeHead(answered.statusCode ?? 502, Object.fromEntries(headers) as Record<string, string>);
  await pipeline(answered, outgoing);
}

const whole = (stream: Transform): Promise<Buffer> => buffer(stream);

function limit(maxBytes: number): Transform {
  let bytes = 0;
  return new Transform({
    transform(chunk: Buffer, _encoding, done) {
      bytes += chunk.length;
      done(bytes > maxBytes ? new BodyTooLarge() : null, chunk);
    },
  });
}

function headersFor(
  incoming: IncomingMessage,
  rule: ProxyRule,
  length: number | undefined,
): Record<string, string | string[]> {
  const headers: Record<string, string | string[]> = {};
  for (const [name, value] of Object.entries(incoming.headers))
    if (value !== undefined && !hopByHop.has(name)) headers[name] = value;
  const remote = incoming.socket.remoteAddress ?? '';
  const variables: Record<string, string> = {
    $http_host: incoming.headers.host ?? '',
    $host: (incoming.headers.host ?? '').replace(/:\d+$/, ''),
    $remote_addr: remote,
    $proxy_add_x_forwarded_for: [incoming.headers['x-forwarded-for'], remote].filter(Boolean).join(', '),
    $scheme: 'https',
  };
  for (const [name, value] of Object.entries(rule.headers)) {
    const filled = value.replaceAll(/\$\w+/g, (variable) => variables[variable] ?? '');
    if (filled === '') delete headers[name.toLowerCase()];
    else headers[name.toLowerCase()] = filled;
  }
  if (length !== undefined && (length > 0 || incoming.headers['content-length']))
    headers['content-length'] = String(length);
  return headers;
}

/** As nginx says it: in HTML, and the connection ends with the unread rest of the body. */
function answer(outgoing: ServerResponse, status: number, words: string): void {
  if (outgoing.headersSent) {
    outgoing.destroy();
    return;
  }
  outgoing.writeHead(status, { 'content-type': 'text/html', connection: 'close' });
  outgoing.end(
    `<html><head><title>${status} ${words}</title></head><body><center><h1>${status} ${words}</h1></center></body></html>\n`,
  );
}
