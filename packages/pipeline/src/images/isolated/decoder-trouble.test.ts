import { execFileSync, spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterEach, describe, expect, test } from 'vitest';
import { noiseFrame, patternFrame } from '../drawn-frames.testing.ts';
import { sharp } from '../limits.ts';
import { createIsolatedPhotos, type IsolatedPhotos } from './isolated-photos.ts';
import type { ProcessPoolOptions } from './process-pool.ts';

/** Time for three processes to start one after the other on a busy machine. */
const slowMs = 90_000;

const running: IsolatedPhotos[] = [];
afterEach(async () => {
  for (const photos of running.splice(0)) await photos.stop();
});
function start(options: Partial<ProcessPoolOptions>): IsolatedPhotos {
  const photos = createIsolatedPhotos({ processes: 1, ...options });
  running.push(photos);
  return photos;
}

function decodersOf(parent: number | undefined): number[] {
  const listed = execFileSync('ps', ['-eo', 'pid=,ppid=,args='], { encoding: 'utf8' });
  return listed.split('\n').flatMap((line) => {
    const [pid, ppid] = line.trim().split(/\s+/).map(Number);
    return pid !== undefined && ppid === parent && line.includes('photo-child.ts') ? [pid] : [];
  });
}

const photo = (width: number, height: number) =>
  sharp(patternFrame(width, height).data, { raw: { width, height, channels: 3 } });
const large = async () => {
  const { data, width, height } = noiseFrame(3000, 2000);
  return await sharp(data, { raw: { width, height, channels: 3 } })
    .jpeg()
    .toBuffer();
};

describe('a decoder without memory', () => {
  // Address space limit of the process, as a share of its idle use: from no addition to nearly enough.
  test.each([
    ['JPEG', 20, () => photo(2400, 1800).jpeg().toBuffer()],
    ['progressive JPEG', 30, () => photo(2400, 1800).jpeg({ progressive: true }).toBuffer()],
    ['interlaced PNG', 20, () => photo(2400, 1800).png({ progressive: true }).toBuffer()],
    ['WebP', 20, () => photo(2400, 1800).webp().toBuffer()],
  ])('never calls a %s corrupt (%i MB more than it holds)', async (_, spareMb, encode) => {
    const bytes = await encode();
    const photos = start({});
    await photos.read(await photo(40, 30).png().toBuffer());
    const limit = () => {
      for (const pid of decodersOf(process.pid)) {
        const held =
          Number(execFileSync('ps', ['-o', 'vsz=', '-p', String(pid)], { encoding: 'utf8' })) * 1024;
        execFileSync('prlimit', ['--pid', String(pid), `--as=${held + spareMb * 1_000_000}`]);
      }
    };
    limit();
    const outcome = await photos.read(bytes).then(
      (reading) => ({ name: 'read', retry: true, widthPx: reading.widthPx }),
      (error) => error,
    );
    // Either the retry reads the photo (in a process without the limit), or the fault may be retried.
    expect(outcome).toMatchObject({ retry: true });
    expect(outcome.name).toMatch(/^(read|Fault)$/);
  });
});

test('a photo that kills two decoders is a fault of the machine, and the next photo is read', async () => {
  const photos = start({});
  const bytes = await large();
  const reading = photos.read(bytes).then(
    () => 'read',
    (error) => error,
  );
  const killed = new Set<number>();
  await expect
    .poll(
      () => {
        for (const pid of decodersOf(process.pid).filter((one) => !killed.has(one)))
          if (killed.size < 2 && process.kill(pid, 'SIGKILL')) killed.add(pid);
        return killed.size;
      },
      { interval: 5, timeout: 20_000 },
    )
    .toBe(2);
  expect(await reading).toMatchObject({ name: 'Fault', code: 'DECODER_DIED', retry: true });
  expect((await photos.read(await photo(40, 30).png().toBuffer())).widthPx).toBe(40);
});

test('a decoder stopped during its work is replaced, and its photo is still read', async () => {
  const photos = start({ timeoutMs: 8_000 });
  await photos.read(await photo(40, 30).png().toBuffer());
  const [stuck] = decodersOf(process.pid);
  if (stuck === undefined) throw new Error('a decoding process runs');
  process.kill(stuck, 'SIGSTOP');
  expect((await photos.read(await photo(50, 30).png().toBuffer())).widthPx).toBe(50);
  expect(decodersOf(process.pid)).not.toContain(stuck);
});

test('an aborted caller frees the decoder, during its work or while waiting', async () => {
  const photos = start({});
  const bytes = await large();
  const [atWork, inLine] = [new AbortController(), new AbortController()];
  const outcomes = [photos.read(bytes, atWork.signal), photos.read(bytes, inLine.signal)].map((work) =>
    work.then(
      () => 'read',
      (error) => error,
    ),
  );
  inLine.abort(new Error('no longer wanted'));
  atWork.abort(new Error('the worker stops'));
  expect(await Promise.all(outcomes)).toEqual([new Error('the worker stops'), new Error('no longer wanted')]);
  expect((await photos.read(await photo(40, 30).png().toBuffer())).widthPx).toBe(40);
});

test('a decoder is replaced after its maximum of photos and above its memory limit', async () => {
  const bytes = await photo(40, 30).png().toBuffer();
  for (const options of [{ maxPhotosPerProcess: 1 }, { maxRssBytes: 1 }]) {
    const photos = start(options);
    await photos.read(bytes);
    const before = decodersOf(process.pid);
    await photos.read(bytes);
    const after = decodersOf(process.pid);
    expect(after.filter((pid) => before.includes(pid))).toEqual([]);
    await photos.stop();
  }
});

test(
  'no decoder outlives a parent that was killed, not even at work',
  async () => {
    const folder = await mkdtemp(path.join(tmpdir(), 'gondola-decoders-'));
    const file = path.join(folder, 'photo.jpg');
    await writeFile(file, await large());
    const script = fileURLToPath(new URL('./parent-of-decoders.testing.ts', import.meta.url));
    const parent = spawn(process.execPath, [script, file], { stdio: ['ignore', 'pipe', 'inherit'] });
    await once(parent.stdout, 'data');
    await expect.poll(() => decodersOf(parent.pid).length, { timeout: 20_000 }).toBe(2);
    const decoders = decodersOf(parent.pid);
    parent.kill('SIGKILL');
    await once(parent, 'exit');
    const alive = () =>
      decoders.filter((pid) => {
        try {
          return process.kill(pid, 0);
        } catch {
          return false;
        }
      });
    await expect.poll(alive, { timeout: 10_000 }).toEqual([]);
    await rm(folder, { recursive: true });
  },
  slowMs,
);
