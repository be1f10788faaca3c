import { createServer, type RequestListener, type Server } from 'node:http';
import { openForwarding } from './forward-to-api.ts';
import { isApiPath } from './is-api-path.ts';
import { securityHeaders } from './security-headers.ts';

/** Longer than proxies keep an idle connection (nginx: 60 s), so that none sends a request into one that closes. */
const keepAliveMs = 75_000;

/**
 * Makes the server of the web port: requests for the API are forwarded, all others are pages.
 *
 * @param options.takesWebSockets the development server sends changes over a web socket; nothing else upgrades. Other
 *   upgrades, such as Java's `h2c`, are ignored, and the request is answered as it is (RFC 9110, 7.8)
 */
export function makeWebServer(options: {
  apiOrigin: string;
  pages: RequestListener;
  takesWebSockets: boolean;
}): Server {
  const { pages, takesWebSockets } = options;
  const api = openForwarding(options.apiOrigin);
  const server = createServer({
    keepAliveTimeout: keepAliveMs,
    shouldUpgradeCallback: ({ headers }) => takesWebSockets && headers.upgrade?.toLowerCase() === 'websocket',
  });
  server.on('request', (request, response) => {
    for (const [name, value] of Object.entries(securityHeaders)) response.setHeader(name, value);
    const target = request.url ?? '/';
    if (isApiPath(target)) api.forward(request, response);
    else if (/^\/metrics(?:\/|\?|$)/.test(target)) response.writeHead(404, plainText).end(whereMetricsAre);
    else pages(request, response);
  });
  server.once('close', () => api.close());
  return server;
}

const plainText = { 'content-type': 'text/plain; charset=utf-8' };
const whereMetricsAre =
  'The metrics are on ports of their own, which are not public: PORT_METRICS of the API, and one more for the worker.\n';
