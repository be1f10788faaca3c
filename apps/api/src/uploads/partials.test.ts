import { randomUUID } from 'node:crypto';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, describe, expect, test } from 'vitest';
import { openPartials } from './open-partials.ts';
import { photoOf } from './testing/start-upload-apis.ts';

/** Of a real server, as `scripts/s3-server.ts` starts one; with AWS_ACCESS_KEY_ID and AWS_SECRET_ACCESS_KEY. */
const s3 = process.env.GONDOLA_TEST_S3;
const uploadsDir = await mkdtemp(path.join(tmpdir(), 'gondola-partials-'));
afterAll(() => rm(uploadsDir, { recursive: true, force: true }));
const bucket = s3?.replace(/^(s3:\/\/[^/?]+)[^?]*/, `$1/partials/${randomUUID()}`);

async function all<T>(source: AsyncIterable<T>): Promise<T[]> {
  const items: T[] = [];
  for await (const item of source) items.push(item);
  return items;
}

describe.each([
  { place: 'a folder', objectStore: 'file:unused', skip: false },
  { place: `a bucket${s3 ? '' : ' (skipped: no S3 server)'}`, objectStore: bucket ?? '', skip: !s3 },
])('unfinished uploads in $place', ({ objectStore, skip }) => {
  const partials = skip ? null : openPartials({ objectStore, uploadsDir });
  const open = () => {
    if (!partials) throw new Error('skipped');
    return { partials, id: randomUUID() };
  };
  async function* inPieces(bytes: Uint8Array) {
    for (let at = 0; at < bytes.length; at += 65_536) yield bytes.subarray(at, at + 65_536);
  }
  const photo = photoOf(2_500_000);

  test.skipIf(skip)('bytes that come in several transfers read as one', async () => {
    const { partials, id } = open();
    expect(await partials.size(id)).toBe(0);
    expect(await partials.append(id, 0, inPieces(photo.subarray(0, 1_400_000)))).toBe(1_400_000);
    expect(await partials.size(id)).toBe(1_400_000);
    expect(await partials.append(id, 1_400_000, inPieces(photo.subarray(1_400_000)))).toBe(photo.length);
    expect(Buffer.concat(await all(partials.read(id))).equals(photo)).toBe(true);
    expect(await all(partials.list())).toContain(id);
    await partials.remove(id);
    await partials.remove(id);
    expect(await partials.size(id)).toBe(0);
    expect(await all(partials.read(id))).toEqual([]);
    expect(await all(partials.list())).not.toContain(id);
  });

  test.skipIf(skip)('what came before a transfer broke off stays', async () => {
    const { partials, id } = open();
    const broken = new Error('the line went dead');
    async function* breakingOff() {
      yield* inPieces(photo.subarray(0, 100_000));
      throw broken;
    }
    await expect(partials.append(id, 0, breakingOff())).rejects.toBe(broken);
    expect(await partials.size(id)).toBe(100_000);
    expect(await partials.append(id, 100_000, inPieces(photo.subarray(100_000)))).toBe(photo.length);
    expect(Buffer.concat(await all(partials.read(id))).equals(photo)).toBe(true);
    await partials.remove(id);
  });
});
