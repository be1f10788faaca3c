import { once } from 'node:events';
import type { Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { fileURLToPath } from 'node:url';
import { makeWebServer } from './web-server.ts';

/** How long requests in flight may take once the process is stopped. */
const drainMs = 5_000;

/** Starts Next.js behind the server of the web port. Rejects when the port is taken. */
export async function startWeb(settings: {
  host: string;
  port: number;
  apiOrigin: string;
  isDevelopment: boolean;
}): Promise<{ port: number; stop(): Promise<void> }> {
  const { host, port, apiOrigin, isDevelopment } = settings;
  // Loaded only now: React and Next.js read NODE_ENV while they are loaded.
  const { default: next } = await import('next');
  const app = next({
    dev: isDevelopment,
    dir: fileURLToPath(new URL('../..', import.meta.url)),
    hostname: host,
    port,
  });
  await app.prepare();
  const server = makeWebServer({
    apiOrigin,
    pages: app.getRequestHandler(),
    takesWebSockets: isDevelopment,
  });
  server.listen(port, host);
  await once(server, 'listening');
  return {
    port: (server.address() as AddressInfo).port,
    async stop() {
      await closeServer(server);
      await app.close();
    },
  };
}

async function closeServer(server: Server): Promise<void> {
  const closed = once(server, 'close');
  server.close();
  const late = setTimeout(() => server.closeAllConnections(), drainMs);
  await closed;
  clearTimeout(late);
}
