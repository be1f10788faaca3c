import { once } from 'node:events';
import { mkdtemp } from 'node:fs/promises';
import { createServer } from 'node:http';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { crc32, deflateSync } from 'node:zlib';
import { capture, deadLetter, driftItem, recaptureRequest } from '@gondola/db';
import { createTestDatabase } from '@gondola/db/testing';
import { buildPayload } from '@gondola/testkit/payload';
import { tinyWorld } from '@gondola/testkit/tiny-world';
import { eq } from 'drizzle-orm';
import sharp from 'sharp';
import { afterAll, expect, test } from 'vitest';
import { readEnv } from './env.ts';
import { acceptCaptures } from './intake/accept/accept-captures.ts';
import { checkInvariants } from './invariants/check-invariants.ts';
import { startWorker } from './worker.ts';

/** Photos that a broken or hostile device might serve, by path. */
const photos = new Map<string, Buffer>();
const server = createServer((request, response) => {
  const photo = photos.get(request.url ?? '');
  response.writeHead(photo ? 200 : 410, { 'content-type': 'image/jpeg' }).end(photo);
}).listen(0, '127.0.0.1');
await once(server, 'listening');
const port = (server.address() as { port: number }).port;

const { db, url } = await createTestDatabase('worker');
const world = await tinyWorld(db, url);
const worker = await startWorker(
  readEnv({
    DATABASE_URL: url,
    GONDOLA_DATA_DIR: await mkdtemp(join(tmpdir(), 'gondola-worker-')),
    PORT_METRICS: '0',
    LOG_LEVEL: 'error',
    PHOTO_URL_LOOPBACK_PORTS: String(port),
  }),
);
afterAll(async () => {
  await worker.stop();
  await world.stop();
  server.close();
});

let ordinal = 0;
async function submitCapture(photo: Buffer | null, changes: Record<string, unknown> = {}): Promise<string> {
  ordinal += 1;
  if (photo) photos.set(`/${ordinal}`, photo);
  const image_url = `http://127.0.0.1:${port}/${ordinal}`;
  const [result] = await acceptCaptures(world.intake, world.device, [
    buildPayload(ordinal, { image_url, ...changes }),
  ]);
  if (result?.outcome !== 'ACCEPTED') throw new Error(`not accepted: ${JSON.stringify(result)}`);
  return result.captureId;
}

const settledStates = ['DEAD_LETTERED', 'VERSION_DRIFT', 'RETRY_SCHEDULED', 'SCORED'];
async function waitUntilSettled(id: string) {
  for (let tries = 0; tries < 300; tries++) {
    const [row] = await db.select().from(capture).where(eq(capture.id, id));
    if (row && settledStates.includes(row.state)) return row;
    await sleep(100);
  }
  throw new Error(`capture ${id} did not settle`);
}

const deadLetterOf = async (id: string) =>
  (await db.select().from(deadLetter).where(eq(deadLetter.captureId, id)))[0];

/** A simple photo that is sharp enough: a chequerboard. */
const goodPhoto = (size = 1200) =>
  sharp({ create: { width: size, height: size, channels: 3, background: '#888' } })
    .composite([
      {
        input: Buffer.from(
          Array.from({ length: 64 * 64 }, (_, i) => ((i + Math.floor(i / 64)) % 2 === 0 ? 0 : 255)),
        ),
        raw: { width: 64, height: 64, channels: 1 },
        tile: true,
      },
    ])
    .jpeg({ quality: 90 })
    .toBuffer();

/** Builds a decompression bomb: 30000 x 30000 pixels in about 100 kB. */
function bomb(): Buffer {
  const chunk = (type: string, data: Buffer) => {
    const body = Buffer.concat([Buffer.from(type, 'latin1'), data]);
    const frame = Buffer.alloc(8);
    frame.writeUInt32BE(data.length, 0);
    frame.writeUInt32BE(crc32(body), 4);
    return Buffer.concat([frame.subarray(0, 4), body, frame.subarray(4)]);
  };
  const header = Buffer.alloc(13);
  header.writeUInt32BE(30_000, 0);
  header.writeUInt32BE(30_000, 4);
  header.set([1, 0, 0, 0, 0], 8);
  const rows = deflateSync(Buffer.alloc(30_000 * (1 + 30_000 / 8)), { level: 9 });
  const signature = Buffer.from([137, 80, 78, 71, 13, 10, 26, 10]);
  return Buffer.concat([
    signature,
    chunk('IHDR', header),
    chunk('IDAT', rows),
    chunk('IEND', Buffer.alloc(0)),
  ]);
}

test('bad photos are dead-lettered, each with its own reason, and do not block later captures', async () => {
  const photo = await goodPhoto();
  const gif = await sharp({ create: { width: 9, height: 9, channels: 3, background: '#888' } })
    .gif()
    .toBuffer();
  const bad: [reason: string, captureId: string][] = [
    ['PHOTO_EMPTY', await submitCapture(Buffer.alloc(0))],
    ['PHOTO_DAMAGED', await submitCapture(photo.subarray(0, photo.length / 2))],
    ['PHOTO_CORRUPT', await submitCapture(Buffer.from('I am a text file named photo.jpg'))],
    ['PHOTO_UNSUPPORTED', await submitCapture(gif)],
    ['PHOTO_TOO_LARGE', await submitCapture(bomb())],
    ['PHOTO_UNREACHABLE', await submitCapture(null)],
    ['MIME_MISMATCH', await submitCapture(photo, { mime_type: 'image/png' })],
    ['HASH_MISMATCH', await submitCapture(photo, { sha256: 'a'.repeat(64) })],
  ];
  const good = await submitCapture(photo);
  for (const [reason, id] of bad) {
    expect([reason, (await waitUntilSettled(id)).state]).toEqual([reason, 'DEAD_LETTERED']);
    const stored = await deadLetterOf(id);
    expect(stored).toMatchObject({ reason, stage: 'preprocess' });
    expect(stored?.params).toEqual(expect.any(Object));
    expect(stored?.params).not.toHaveProperty('text');
  }
  expect(await waitUntilSettled(good)).toMatchObject({ state: 'VERSION_DRIFT' });
  const [item] = await db.select().from(driftItem).where(eq(driftItem.captureId, good));
  expect(item).toMatchObject({ reason: 'VERSION_UNKNOWN', taggedVersion: 'snacks-2026-47' });
  const broken = (await checkInvariants(db)).filter((report) => report.violations.length > 0);
  expect(broken).toEqual([]);
});

test('a photo that is too small waits for a better one, and a recapture request is opened', async () => {
  const id = await submitCapture(await goodPhoto(600));
  expect(await waitUntilSettled(id)).toMatchObject({
    state: 'RETRY_SCHEDULED',
    qualityFlaws: ['TOO_SMALL'],
    shortSidePx: 600,
    qualityRetries: 1,
  });
  const [request] = await db.select().from(recaptureRequest).where(eq(recaptureRequest.captureId, id));
  expect(request).toMatchObject({ reasons: ['TOO_SMALL'], closedAt: null });
});
