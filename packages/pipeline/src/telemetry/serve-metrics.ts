import { once } from 'node:events';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { PrometheusExporter } from '@opentelemetry/exporter-prometheus';

/** Serves `/metrics` only. The exporter's own server supports neither a free port nor closing open connections. */
export async function serveMetrics(
  exporter: PrometheusExporter,
  port: number,
  host: string,
): Promise<{ port: number; stop(): Promise<void> }> {
  const server = createServer((request, response) => {
    if (request.url?.split('?')[0] !== '/metrics') response.writeHead(404).end();
    else if (request.method === 'GET') exporter.getMetricsRequestHandler(request, response);
    else response.writeHead(405, { allow: 'GET' }).end();
  });
  server.listen(port, host);
  // Rejects with the server's error, EADDRINUSE for instance.
  await once(server, 'listening');
  return {
    port: (server.address() as AddressInfo).port,
    async stop() {
      const closed = once(server, 'close');
      server.close();
      server.closeAllConnections();
      await closed;
    },
  };
}
