import { createHash, randomUUID } from 'node:crypto';
import { once } from 'node:events';
import { createServer, type IncomingMessage } from 'node:http';
import type { AddressInfo } from 'node:net';

/** A fault of one request. */
export type Mishap = 'cut' | 'busy' | 'broken' | 'answer-lost' | null;

export interface InMemoryApi extends AsyncDisposable {
  url: string;
  stores: Map<string, string>;
  /** Store code by device key. */
  keys: Map<string, string>;
  versions: Map<string, string>;
  active: Map<string, string[]>;
  pictures: Map<string, Uint8Array>;
  uploads: Map<string, { sha256: string | null; bytes: Uint8Array | null }>;
  captures: Map<string, { id: string; payload: Record<string, unknown> }>;
  /** Every received payload, retries included. */
  received: Record<string, unknown>[];
  /** Verdicts that the API answers, by capture id. */
  scores: Map<
    string,
    { score: number; label: string; verdicts: { positionId: string | null; verdict: string }[] }
  >;
  /** Returns the fault of a request; none by default. */
  mishap: (path: string) => Mishap;
}

type Input = Record<string, unknown>;

const password = 'right password';

/** Starts the part of the API that the fleet uses, in memory, with faults on command. */
export async function openInMemoryApi(): Promise<InMemoryApi> {
  const api: Omit<InMemoryApi, 'url' | typeof Symbol.asyncDispose> = {
    stores: new Map(),
    keys: new Map(),
    versions: new Map(),
    active: new Map(),
    pictures: new Map(),
    uploads: new Map(),
    captures: new Map(),
    received: [],
    scores: new Map(),
    mishap: () => null,
  };
  const cookie = 'session=admin';

  const fields: Record<string, (input: Input, store: string | undefined) => unknown> = {
    storeCreate: ({ code, name }) => {
      const userErrors = api.stores.has(String(code)) ? [{ code: 'STORE_EXISTS', message: 'exists' }] : [];
      api.stores.set(String(code), String(name));
      return { userErrors };
    },
    deviceKeyCreate: ({ storeCode }) => {
      const secret = randomUUID();
      api.keys.set(secret, String(storeCode));
      return { secret, userErrors: [] };
    },
    planogramImport: ({ label, content }) => {
      const known = api.versions.get(String(label));
      if (known !== undefined && known !== content)
        return {
          problems: [],
          userErrors: [{ code: 'LABEL_TAKEN', message: 'another file has this label' }],
        };
      api.versions.set(String(label), String(content));
      return { problems: [], userErrors: [] };
    },
    planogramVersionActivate: ({ label, storeCode, aisle }) => {
      const key = `${storeCode}/${aisle}`;
      api.active.set(key, [...(api.active.get(key) ?? []), String(label)]);
      return { userErrors: [] };
    },
    captureUploadCreate: ({ sha256 }) => {
      const uploadId = randomUUID();
      api.uploads.set(uploadId, { sha256: String(sha256), bytes: null });
      return { uploadId, url: `/uploads/${uploadId}`, userErrors: [] };
    },
    captureSubmit: ({ captures }, store) => {
      const results = (captures as Record<string, unknown>[]).map((payload) => {
        api.received.push(payload);
        const missing = ['planogram_version', 'capture_resolution', 'timestamp', 'aisle'].filter(
          (f) => !(f in payload),
        );
        const problems = missing.map((f) => ({ path: `$.${f}`, code: 'FIELD_MISSING', message: f }));
        if (problems.length > 0 || payload.store_id !== store)
          return { outcome: 'DEAD_LETTERED', capture: null, problems };
        const key = [payload.aisle, payload.timestamp, payload.device_mac].join();
        const known = api.captures.get(key);
        if (known) return { outcome: 'DUPLICATE', capture: { id: known.id }, problems: [] };
        const id = randomUUID();
        api.captures.set(key, { id, payload });
        return { outcome: 'ACCEPTED', capture: { id }, problems: [] };
      });
      return { results, userErrors: [] };
    },
  };

  async function answer(
    request: IncomingMessage,
  ): Promise<{ status: number; body?: unknown; cookie?: string }> {
    const { pathname, searchParams } = new URL(request.url ?? '/', 'http://small');
    const body = await bytesOf(request);
    const secret = request.headers.authorization?.replace('Bearer ', '');
    const store = secret === undefined ? undefined : api.keys.get(secret);
    const isAdmin = request.headers.cookie === cookie;
    if (pathname === '/readyz') return { status: 200 };
    if (pathname === '/auth/sign-in/email') {
      const asked = JSON.parse(body.toString()) as { password: string };
      return asked.password === password && request.headers.origin
        ? { status: 200, cookie }
        : { status: 401 };
    }
    if (pathname === '/product-images' && isAdmin) {
      api.pictures.set(`${searchParams.get('catalog')}/${searchParams.get('key')}`, body);
      return { status: 200, body: {} };
    }
    if (pathname.startsWith('/uploads/') && store !== undefined) {
      const upload = api.uploads.get(pathname.slice('/uploads/'.length));
      if (!upload || upload.sha256 !== createHash('sha256').update(body).digest('hex'))
        return { status: 422 };
      upload.bytes = body;
      return { status: 204 };
    }
    if (pathname !== '/graphql') return { status: 404 };
    const { query, variables } = JSON.parse(body.toString()) as {
      query: string;
      variables: { input?: Input; id?: string };
    };
    if (query.includes('viewer'))
      return {
        status: 200,
        body: { data: { viewer: { store: store === undefined ? null : { code: store } } } },
      };
    if (variables.id !== undefined) {
      const scored = api.scores.get(variables.id);
      const currentScore = scored ? { ...scored, planogramVersion: { label: scored.label } } : null;
      return {
        status: 200,
        body: { data: { capture: { state: currentScore ? 'SCORED' : 'INGESTED', currentScore } } },
      };
    }
    const name = Object.keys(fields).find((field) => query.includes(`${field}(`)) ?? '';
    if (!isAdmin && store === undefined)
      return { status: 200, body: { errors: [{ message: 'not allowed' }] } };
    return { status: 200, body: { data: { [name]: fields[name]?.(variables.input ?? {}, store) } } };
  }

  const server = createServer((request, response) => {
    void (async () => {
      const mishap = api.mishap(request.url ?? '');
      if (mishap === 'cut') return request.socket.destroy();
      if (mishap === 'busy') return response.writeHead(429, { 'retry-after': '0' }).end();
      if (mishap === 'broken') return response.writeHead(503).end();
      const { status, body, cookie: set } = await answer(request);
      if (mishap === 'answer-lost') return request.socket.destroy();
      if (set) response.setHeader('set-cookie', `${set}; HttpOnly; Path=/`);
      response.writeHead(status, { 'content-type': 'application/json' });
      response.end(body === undefined ? '' : JSON.stringify(body));
    })();
  });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  const { port } = server.address() as AddressInfo;
  return Object.assign(api, {
    url: `http://127.0.0.1:${port}`,
    [Symbol.asyncDispose]: async () => {
      server.closeAllConnections();
      server.close();
      await once(server, 'close');
    },
  });
}

async function bytesOf(request: IncomingMessage): Promise<Buffer> {
  const parts: Buffer[] = [];
  for await (const part of request) parts.push(part as Buffer);
  return Buffer.concat(parts);
}
