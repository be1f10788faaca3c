import { once } from 'node:events';
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import { type AddressInfo, createServer as createTcpServer, type Server, type Socket } from 'node:net';
import { setTimeout as wait } from 'node:timers/promises';
import { good4, good6, type World } from './world.ts';

export const photo = Buffer.from('the bytes of a photo');

/** Hosts for which the good server gets requests when nothing is wrong. */
const welcome = /^(good6?\.test|rebind\.test|93\.184\.216\.34|\[2606:2800:220:1::34\])(:\d+)?$/;

export interface OpenWorld extends World {
  /** Forbidden connections and their bytes since the last call. */
  takeLeaks(): Promise<{ connections: number; bytes: number }>;
  goodPort: number;
}

/**
 * Opens the good server and the internal listeners. In the namespace all listen at every address and are distinguished
 * by the called address. Elsewhere they listen on loopback and are distinguished by their ports.
 */
export async function openWorld(namespace: boolean): Promise<OpenWorld> {
  let connections = 0;
  let bytes = 0;
  const goodServer = createServer((request, response) => {
    if (!welcome.test(request.headers.host ?? '')) connections += 1;
    answer(request, response);
  });
  const inside = (socket: Socket) => {
    connections += 1;
    socket.on('error', () => undefined);
    socket.on('data', (piece) => {
      bytes += piece.byteLength;
      socket.end('HTTP/1.1 200 OK\r\ncontent-length: 6\r\nconnection: close\r\n\r\nsecret');
    });
  };
  const at = async (port: number, host: string, take: (socket: Socket) => void): Promise<Server> => {
    const server = createTcpServer(take).listen(port, host);
    await once(server, 'listening');
    return server;
  };
  const takeLeaks = async () => {
    // Both ends report a connection; the other end may be one turn of the event loop later.
    await wait(3);
    const leaks = { connections, bytes };
    connections = bytes = 0;
    return leaks;
  };
  if (namespace) {
    const isGood = (socket: Socket) =>
      [good4, good6].includes(socket.localAddress?.replace(/^::ffff:/, '') ?? '');
    await at(80, '::', (socket) => (isGood(socket) ? goodServer.emit('connection', socket) : inside(socket)));
    for (const port of [22, 443, 6379, 8080]) await at(port, '::', inside);
    return { good: 'http://good.test', goodPort: 80, inside: '', otherPort: 6379, namespace, takeLeaks };
  }
  const good = await at(0, '127.0.0.1', (socket) => goodServer.emit('connection', socket));
  const main = await at(0, '::', inside);
  const other = await at(0, '::', inside);
  const portOf = (server: Server) => (server.address() as AddressInfo).port;
  return {
    good: `http://good.test:${portOf(good)}`,
    goodPort: portOf(good),
    inside: `:${portOf(main)}`,
    otherPort: portOf(other),
    namespace,
    takeLeaks,
  };
}

/**
 * `/to?location=...` redirects; `/hops/3` redirects that many times, then gives a photo or `then`; all other paths give
 * a photo.
 */
function answer(request: IncomingMessage, response: ServerResponse): void {
  const url = new URL(request.url ?? '/', 'http://good.test');
  const hops = /^\/hops\/(\d+)$/.exec(url.pathname)?.[1];
  if (url.pathname === '/to') {
    redirect(response, Number(url.searchParams.get('status') ?? 302), url.searchParams.get('location') ?? '');
  } else if (hops !== undefined && Number(hops) > 0) {
    redirect(response, 302, `/hops/${Number(hops) - 1}${url.search}`);
  } else if (hops !== undefined && url.searchParams.has('then')) {
    redirect(response, 302, url.searchParams.get('then') ?? '');
  } else {
    response.end(photo);
  }
}

const redirect = (response: ServerResponse, status: number, location: string) =>
  response.writeHead(status, { location: Buffer.from(location).toString('latin1') }).end();
