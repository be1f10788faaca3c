import { execFileSync } from 'node:child_process';
import { afterEach, expect, test } from 'vitest';
import { noiseFrame, patternFrame } from '../drawn-frames.testing.ts';
import { toInferenceFrame } from '../inference-frame.ts';
import { sharp } from '../limits.ts';
import { readPhoto } from '../read-photo.testing.ts';
import { decodeReferenceImage } from '../reference-image.ts';
import { createIsolatedPhotos, type IsolatedPhotos } from './isolated-photos.ts';
import type { ProcessPoolOptions } from './process-pool.ts';

const running: IsolatedPhotos[] = [];
afterEach(async () => {
  for (const photos of running.splice(0)) await photos.stop();
});
function start(options: Partial<ProcessPoolOptions>): IsolatedPhotos {
  const photos = createIsolatedPhotos(options);
  running.push(photos);
  return photos;
}

/** The decoding processes of this test process. */
function decoders(): number[] {
  const listed = execFileSync('ps', ['-o', 'pid=,args=', '--ppid', String(process.pid)], {
    encoding: 'utf8',
  });
  return listed
    .split('\n')
    .filter((line) => line.includes('photo-child.ts'))
    .map((line) => Number.parseInt(line, 10));
}

const png = (width: number, height: number) =>
  sharp(patternFrame(width, height).data, { raw: { width, height, channels: 3 } })
    .png()
    .toBuffer();

test('another process gives the same result as this one', async () => {
  const photos = start({ processes: 1 });
  const bytes = await png(300, 200);
  expect(await photos.read(bytes)).toEqual(await readPhoto(bytes));
  expect(await photos.inferenceFrame(bytes, 150)).toEqual(await toInferenceFrame(bytes, 150));
  expect(await photos.referenceImage(bytes)).toEqual(await decodeReferenceImage(bytes));
  expect(decoders()).toHaveLength(1);
});

test('a rejection retains its reason and its message', async () => {
  const photos = start({ processes: 1 });
  await expect(photos.read(new Uint8Array(0))).rejects.toMatchObject({
    name: 'PhotoRefused',
    reason: 'PHOTO_EMPTY',
    message: 'The photo has no bytes',
  });
  const bytes = await png(100, 100);
  await expect(photos.read(bytes.subarray(0, 200))).rejects.toMatchObject({ reason: 'PHOTO_CORRUPT' });
});

test('a process killed during its work is replaced, and its photo is still read', async () => {
  const photos = start({ processes: 1 });
  const { data, width, height } = noiseFrame(3000, 2000);
  const large = await sharp(data, { raw: { width, height, channels: 3 } })
    .jpeg()
    .toBuffer();
  const reading = photos.read(large);
  const [victim] = decoders();
  if (victim === undefined) throw new Error('a decoding process runs');
  process.kill(victim, 'SIGKILL');
  expect((await reading).widthPx).toBe(3000);
  expect(decoders()).not.toContain(victim);
});

test('a process that died while idle gets no more work', async () => {
  const photos = start({ processes: 1 });
  const bytes = await png(40, 30);
  await photos.read(bytes);
  const [victim] = decoders();
  if (victim === undefined) throw new Error('a decoding process runs');
  process.kill(victim, 'SIGKILL');
  await expect.poll(decoders).toEqual([]);
  expect((await photos.read(bytes)).widthPx).toBe(40);
});

test('a photo that hangs its decoder is a fault of the machine, and the next photo is read', async () => {
  const hasty = start({ processes: 1, timeoutMs: 1 });
  await expect(hasty.read(await png(40, 30))).rejects.toMatchObject({ code: 'DECODER_STUCK', retry: true });
});

test('more photos than processes wait for their turn, broken ones among them', async () => {
  const photos = start({ processes: 2 });
  const bytes = await png(60, 40);
  const readings = Array.from({ length: 12 }, (_, i) =>
    photos.read(i % 3 === 0 ? bytes.subarray(0, 90) : bytes),
  );
  const settled = await Promise.allSettled(readings);
  expect(settled.map((one) => one.status)).toEqual(
    Array.from({ length: 12 }, (_, i) => (i % 3 === 0 ? 'rejected' : 'fulfilled')),
  );
  expect(decoders().length).toBeLessThanOrEqual(2);
});

test('stop ends the processes and rejects unfinished work', async () => {
  const photos = start({ processes: 1 });
  const bytes = await png(60, 40);
  const unfinished = [photos.read(bytes), photos.read(bytes)].map((work) =>
    work.then(
      () => 'read',
      (error) => error,
    ),
  );
  await photos.stop();
  for (const error of await Promise.all(unfinished))
    expect(error).toMatchObject({ name: 'Fault', retry: true });
  expect(decoders()).toEqual([]);
});
