import { createHash } from 'node:crypto';
import { mkdtemp, readdir, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { type Database, upload } from '@gondola/db';
import { createTestDatabase } from '@gondola/db/testing';
import { addStore } from '@gondola/testkit/add-store';
import { eq } from 'drizzle-orm';
import { afterAll } from 'vitest';
import { hashOfDeviceKey, newDeviceKey } from '../../auth/device-key.ts';
import { readEnv } from '../../env.ts';
import { startApi } from '../../server/start-api.ts';

export interface Announced {
  id: string;
  token: string;
}

export interface UploadApis {
  urls: [string, ...string[]];
  db: Database;
  dataDir: string;
  databaseUrl: string;
  /** A store's camera: a header with its key. */
  addDevice(code: string): Promise<{ storeId: string; authorization: string }>;
  /** Asks for an upload as a camera does. `more` overrides what is declared of the photo. */
  announce(
    authorization: string,
    photo: Uint8Array,
    more?: { sha256?: string | null; byteLength?: number },
  ): Promise<Announced>;
  /** One tus request with `Tus-Resumable` and the upload's token; headers of the caller come last. */
  tus(method: string, target: string, options?: TusRequest): Promise<Response>;
  rowOf(id: string): Promise<typeof upload.$inferSelect>;
  /** Names of the files that unfinished uploads have left. */
  partials(): Promise<string[]>;
}

export interface TusRequest {
  api?: number;
  token?: string;
  headers?: Record<string, string | undefined>;
  body?: Uint8Array | ReadableStream<Uint8Array>;
}

export const sha256Of = (bytes: Uint8Array) => createHash('sha256').update(bytes).digest('hex');

/** Bytes that begin as a JPEG does and differ from seed to seed. */
export const photoOf = (byteLength: number, seed = 1): Uint8Array =>
  Uint8Array.from({ length: byteLength }, (_, i) => [0xff, 0xd8, 0xff][i] ?? (i * i + seed * 31) % 251);

/** Real APIs that share one database and one data folder, as several processes do. */
export async function startUploadApis(
  name: string,
  count: number,
  environment: Record<string, string> = {},
): Promise<UploadApis> {
  const { db, url: databaseUrl } = await createTestDatabase(name);
  const dataDir = await mkdtemp(path.join(tmpdir(), `gondola-${name}-`));
  const env = readEnv({
    DATABASE_URL: databaseUrl,
    GONDOLA_DATA_DIR: dataDir,
    PORT_API: '0',
    PORT_METRICS: '0',
    LOG_LEVEL: 'silent',
    ...environment,
  });
  const apis = await Promise.all(Array.from({ length: count }, () => startApi(env)));
  afterAll(async () => {
    await Promise.all(apis.map((api) => api.stop()));
    await rm(dataDir, { recursive: true, force: true });
  });
  const [first, ...others] = apis.map(({ url }) => url);
  if (first === undefined) throw new Error('no API was asked for');
  const urls: [string, ...string[]] = [first, ...others];

  return {
    urls,
    db,
    dataDir,
    databaseUrl,
    async addDevice(code) {
      const key = newDeviceKey();
      const { storeId } = await addStore(db, code, { keySha256: hashOfDeviceKey(key) });
      return { storeId, authorization: `Bearer ${key}` };
    },
    async announce(authorization, photo, more = {}) {
      const input = { mimeType: 'image/jpeg', byteLength: photo.length, sha256: sha256Of(photo), ...more };
      const answer = await fetch(`${first}/graphql`, {
        method: 'POST',
        headers: { 'content-type': 'application/json', authorization },
        body: JSON.stringify({
          query: `mutation ($input: CaptureUploadCreateInput!) {
            captureUploadCreate(input: $input) { uploadId token userErrors { code message } } }`,
          variables: { input },
        }),
      });
      const { data } = (await answer.json()) as {
        data: { captureUploadCreate: { uploadId: string | null; token: string; userErrors: unknown } };
      };
      const { uploadId, token, userErrors } = data.captureUploadCreate;
      if (uploadId === null) throw new Error(JSON.stringify(userErrors));
      return { id: uploadId, token };
    },
    tus(method, target, { api = 0, token, headers = {}, body } = {}) {
      const sent = new Headers({ 'tus-resumable': '1.0.0' });
      if (method === 'PATCH') sent.set('content-type', 'application/offset+octet-stream');
      if (token !== undefined) sent.set('upload-token', token);
      for (const [header, value] of Object.entries(headers))
        if (value === undefined) sent.delete(header);
        else sent.set(header, value);
      const init: RequestInit & { duplex: 'half' } = { method, headers: sent, duplex: 'half' };
      if (body !== undefined) init.body = body instanceof Uint8Array ? Buffer.from(body) : body;
      return fetch(`${urls[api]}/uploads${target}`, init);
    },
    async rowOf(id) {
      const [row] = await db.select().from(upload).where(eq(upload.id, id));
      if (!row) throw new Error('no such upload');
      return row;
    },
    partials: () => readdir(path.join(dataDir, 'uploads')),
  };
}
