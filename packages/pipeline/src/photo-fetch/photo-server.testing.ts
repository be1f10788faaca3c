import { once } from 'node:events';
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { setTimeout as wait } from 'node:timers/promises';
import { gzipSync } from 'node:zlib';

/** The photo that the test server serves. */
export const photo = Buffer.from(Uint8Array.from({ length: 200_000 }, (_, i) => (i * 31) % 256));

type Page = (request: IncomingMessage, response: ServerResponse, port: number) => unknown;

const pages: Record<string, Page> = {
  '/photo.jpg': (_, response) => response.end(photo),
  '/empty': (_, response) => response.end(),
  '/announced-too-large': (_, response) => {
    response.writeHead(200, { 'content-length': 90_000_000 });
    response.write(photo);
  },
  '/endless': async (_, response) => {
    while (!response.destroyed) {
      response.write(photo);
      await wait(1);
    }
  },
  '/once': (_, response) => response.writeHead(302, { location: '/photo.jpg' }).end('moved'),
  '/thrice': (_, response) => response.writeHead(308, { location: '/twice' }).end(),
  '/twice': (_, response) => response.writeHead(307, { location: '/once' }).end(),
  '/four-times': (_, response) => response.writeHead(301, { location: '/thrice' }).end(),
  '/no-location': (_, response) => response.writeHead(302).end(),
  '/to-metadata': (_, response) =>
    response.writeHead(302, { location: 'http://169.254.169.254/latest/meta-data' }).end(),
  '/to-other-host': (_, response) => response.writeHead(302, { location: '//10.0.0.1/photo.jpg' }).end(),
  '/to-file': (_, response) => response.writeHead(302, { location: 'file:///etc/passwd' }).end(),
  '/to-credentials': (_, response, port) =>
    response.writeHead(302, { location: `http://user:pass@127.0.0.1:${port}/photo.jpg` }).end(),
  '/gzip': (_, response) =>
    response.writeHead(200, { 'content-encoding': 'gzip' }).end(gzipSync(Buffer.alloc(10_000_000))),
  '/404': (_, response) => response.writeHead(404).end('no such photo'),
  '/403': (_, response) => response.writeHead(403).end(),
  '/410': (_, response) => response.writeHead(410).end(),
  '/429-for-90-s': (_, response) => response.writeHead(429, { 'retry-after': '90' }).end(),
  '/503-for-120-s': (_, response) => response.writeHead(503, { 'retry-after': '120' }).end(),
  '/503': (_, response) => response.writeHead(503).end(),
  '/429': (_, response) => response.writeHead(429).end(),
  '/silent': () => undefined,
  '/stalls': (_, response) => {
    response.writeHead(200, { 'content-length': photo.length });
    response.write(photo.subarray(0, 1_000));
  },
  '/drips': async (_, response) => {
    while (!response.destroyed) {
      response.write('.');
      await wait(20);
    }
  },
  '/cut': (_, response) => {
    response.writeHead(200, { 'content-length': photo.length });
    response.write(photo.subarray(0, 1_000), () => response.destroy());
  },
};

/** Starts a local server with a page for each behaviour of photo servers; `hits` are the received requests. */
export async function startPhotoServer() {
  const hits: IncomingMessage[] = [];
  const server = createServer((request, response) => {
    hits.push(request);
    const page = pages[request.url ?? ''];
    if (page) page(request, response, port);
    else response.writeHead(500).end();
  });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  const { port } = server.address() as AddressInfo;
  return {
    port,
    hits,
    stop() {
      server.close();
      server.closeAllConnections();
    },
  };
}
