import { once } from 'node:events';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { noiseFrame } from '../../images/drawn-frames.testing.ts';
import type { Realogram } from '../../realogram.ts';
import { type Tier, TierFault, type TierInput } from '../tier.ts';

export interface ScriptedAnswer {
  status: number;
  body: string | Buffer;
  headers?: Record<string, string>;
}

/** A real HTTP server with scripted answers for every caller; tokens as Google's token exchange returns them. */
export interface ScriptedProvider {
  url: string;
  keyFile: string;
  /** The body of the last request that was answered by script. */
  lastBody: string;
  /** Requests and connections so far, those for tokens left out. */
  requests: number;
  sockets: Set<unknown>;
  next: ScriptedAnswer | ((request: IncomingMessage, response: ServerResponse) => void);
  /** Answers for the token endpoint; a good token when null. */
  nextToken: ScriptedAnswer | null;
  stop(): Promise<void>;
}

export async function openScriptedProvider(): Promise<ScriptedProvider> {
  const server = createServer((request, response) => {
    const pieces: Buffer[] = [];
    request.on('data', (piece: Buffer) => void pieces.push(piece));
    request.on('end', () => {
      if (request.url === '/subject') return void response.end('subject');
      if (request.url === '/token') return void answer(response, scripted.nextToken ?? goodToken);
      scripted.requests += 1;
      scripted.sockets.add(request.socket);
      scripted.lastBody = Buffer.concat(pieces).toString('latin1');
      if (typeof scripted.next === 'function') return scripted.next(request, response);
      answer(response, scripted.next);
    });
  });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  const url = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  const folder = await mkdtemp(join(tmpdir(), 'scripted-provider-'));
  const keyFile = join(folder, 'credentials.json');
  await writeFile(
    keyFile,
    JSON.stringify({
      type: 'external_account',
      audience: '//iam.googleapis.com/projects/1/locations/global/workloadIdentityPools/a/providers/b',
      subject_token_type: 'urn:ietf:params:oauth:token-type:jwt',
      token_url: `${url}/token`,
      credential_source: { url: `${url}/subject` },
    }),
  );
  const scripted: ScriptedProvider = {
    url,
    keyFile,
    lastBody: '',
    requests: 0,
    sockets: new Set(),
    next: { status: 404, body: '' },
    nextToken: null,
    async stop() {
      server.close();
      server.closeAllConnections();
      await rm(folder, { recursive: true });
    },
  };
  return scripted;
}

const goodToken: ScriptedAnswer = {
  status: 200,
  headers: { 'content-type': 'application/json' },
  body: JSON.stringify({
    access_token: 'token',
    issued_token_type: 'urn:ietf:params:oauth:token-type:access_token',
    token_type: 'Bearer',
    expires_in: 3600,
  }),
};

const answer = (response: ServerResponse, { status, headers, body }: ScriptedAnswer) =>
  response.writeHead(status, headers).end(body);

/** Input for fault tests, which do not depend on photo and bay. */
export const anyInput: TierInput = {
  frame: noiseFrame(160, 120),
  planogram: { widthMm: 1000, heightMm: 1000, shelves: [], positions: [], products: [] },
  references: new Map(),
};

export const detect = (tier: Tier, input: TierInput = anyInput): Promise<Realogram> =>
  tier.detect(input, new AbortController().signal);

/** Returns the fault that a detection ends with. @throws when it ends otherwise. */
export async function faultOf(looking: Promise<unknown>): Promise<TierFault> {
  const ending: unknown = await looking.catch((error: unknown) => error);
  if (!(ending instanceof TierFault)) throw new Error(`no TierFault: ${String(ending)}`, { cause: ending });
  return ending;
}

/** Breaks an answer off in the middle. */
export const cutOff = (_: IncomingMessage, response: ServerResponse): void => {
  response.writeHead(200, { 'content-length': 1000, 'content-type': 'application/json' });
  response.write('{"half":', () => response.destroy());
};

export const resetConnection = (request: IncomingMessage): void => void request.socket.resetAndDestroy();
