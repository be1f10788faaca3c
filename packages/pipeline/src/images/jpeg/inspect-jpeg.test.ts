import { jpegDamageKinds, jpegQuirkKinds, withDamage, withQuirks } from '@gondola/testkit/damage-jpeg';
import { encodeWithRestarts } from '@gondola/testkit/encode-with-restarts';
import { hasRealData, listReal, orSkipped, readReal } from '@gondola/testkit/real-data';
import { seededRandom } from '@gondola/testkit/seeded-random';
import fc from 'fast-check';
import type { Sharp } from 'sharp';
import { expect, test } from 'vitest';
import { drawFrame, frameDifference } from '../drawn-frames.testing.ts';
import { sharp } from '../limits.ts';
import { inspectJpeg } from './inspect-jpeg.ts';

/** Packs with prints on three shelves, with the noise of a sensor. */
const random = seededRandom(5);
const shelf = drawFrame(416, 312, (x, y) => {
  const noise = (random() - 0.5) * 12;
  if (y % 104 > 94) return [90 + noise, 90 + noise, 95 + noise];
  const pack = (Math.floor(x / 40) * 7 + Math.floor(y / 104) * 3) % 9;
  const print = y % 104 > 30 && y % 104 < 60 && Math.floor(x / 4) % 2 === 0 ? 90 : 0;
  return [60 + pack * 18 + print + noise, 200 - pack * 15 + noise, 90 + pack * 8 - print / 2 + noise];
});
const { data, width, height } = shelf;
const picture = (): Sharp => sharp(data, { raw: { width, height, channels: 3 } });

const encodings: Record<string, Promise<Uint8Array>> = {
  'with common tables': picture().jpeg({ optimiseCoding: false }).toBuffer(),
  'with tables of its own': picture().jpeg().toBuffer(),
  'of full chroma': picture().jpeg({ chromaSubsampling: '4:4:4' }).toBuffer(),
  'in grey': picture().toColourspace('b-w').jpeg().toBuffer(),
  progressive: picture().jpeg({ progressive: true }).toBuffer(),
  'progressive, of full chroma': picture().jpeg({ progressive: true, chromaSubsampling: '4:4:4' }).toBuffer(),
  'with a restart in each row': Promise.resolve(encodeWithRestarts(shelf, width / 8)),
  'with a restart after four blocks': Promise.resolve(encodeWithRestarts(shelf, 4)),
};
const names = Object.keys(encodings);
const encoded = (name: string): Promise<Uint8Array> => encodings[name] ?? expect.fail('no such encoding');

/** What a decoder shows that shows all it can. */
async function shown(jpeg: Uint8Array) {
  const bytes = await sharp(jpeg, { failOn: 'none' }).toColourspace('srgb').raw().toBuffer();
  return { data: bytes, width, height };
}

test.each(names)('a JPEG %s is whole', async (name) => {
  const jpeg = await encoded(name);
  expect(inspectJpeg(jpeg)).toEqual({ verdict: 'WHOLE', end: jpeg.length - 2, hasEndMarker: true });
});

test('the encoder with restarts draws what it is given', async () => {
  const seen = await shown(await encoded('with a restart in each row'));
  expect(frameDifference(seen, shelf).mean).toBeLessThan(4);
});

test.each(jpegQuirkKinds)('a whole JPEG with the quirk %s stays whole', async (kind) => {
  for (const name of names) {
    const jpeg = await encoded(name);
    for (let seed = 0; seed < 4; seed++) {
      const odd = withQuirks(jpeg, [kind], seededRandom(seed));
      expect([name, inspectJpeg(odd).verdict]).toEqual([name, 'WHOLE']);
    }
  }
});

test('a JPEG that lacks its end marker only is whole, and tells so', async () => {
  const jpeg = await encoded('with common tables');
  expect(inspectJpeg(jpeg.subarray(0, -2))).toEqual({
    verdict: 'WHOLE',
    end: jpeg.length - 2,
    hasEndMarker: false,
  });
});

test('damage of any kind and place, with any quirks, is found, or nothing of the picture is lost', async () => {
  const whole = new Map(await Promise.all(names.map(async (name) => [name, await encoded(name)] as const)));
  const plain = new Map(
    await Promise.all(names.map(async (name) => [name, await shown(await encoded(name))] as const)),
  );
  let found = 0;
  let runs = 0;
  await fc.assert(
    fc.asyncProperty(
      fc.constantFrom(...names),
      fc.constantFrom(...jpegDamageKinds),
      fc.subarray([...jpegQuirkKinds], { maxLength: 3 }),
      fc.nat(),
      async (name, kind, quirks, seed) => {
        const from = seededRandom(seed);
        const broken = withQuirks(withDamage(whole.get(name) ?? expect.fail(), kind, from), quirks, from);
        runs += 1;
        const seen = inspectJpeg(broken).verdict === 'DAMAGED' ? null : await shown(broken).catch(() => null);
        if (seen === null) found += 1;
        else
          expect(frameDifference(seen, plain.get(name) ?? expect.fail()).mean, 'an unseen loss').toBeLessThan(
            0.2,
          );
      },
    ),
    { numRuns: 600, seed: 2026 },
  );
  // The rest hit stuffing or bits that change a pixel or two.
  expect(found / runs).toBeGreaterThan(0.97);
});

test('the rows that are left are those before the damage', async () => {
  for (const name of ['with common tables', 'with a restart in each row']) {
    const jpeg = await encoded(name);
    const cut = inspectJpeg(jpeg.subarray(0, Math.floor(jpeg.length * 0.6)));
    expect(cut).toMatchObject({ verdict: 'DAMAGED', damage: 'DATA_MISSING', height });
    if (cut.verdict !== 'DAMAGED' || cut.rows === null) return expect.fail('no rows');
    expect(cut.rows).toBeGreaterThan(height * 0.4);
    expect(cut.rows).toBeLessThan(height * 0.8);
    const [left, before] = [await shown(jpeg.subarray(0, Math.floor(jpeg.length * 0.6))), await shown(jpeg)];
    const rows = (frame: typeof left, until: number) => ({
      data: frame.data.subarray(0, width * 3 * until),
      width,
      height: until,
    });
    // Chroma is smoothed over one row of its own.
    expect(frameDifference(rows(left, cut.rows - 2), rows(before, cut.rows - 2)).max).toBe(0);
    const end = { data: left.data.subarray(-width * 3), width, height: 1 };
    expect(new Set(end.data).size).toBe(1);
  }
});

test('a lost restart marker, a swapped one and data behind the end are found', async () => {
  const jpeg = Buffer.from(await encoded('with a restart in each row'));
  const first = jpeg.indexOf(Buffer.from([0xff, 0xd0]));
  const swapped = Buffer.from(jpeg);
  swapped[first + 1] = 0xd3;
  expect(inspectJpeg(swapped)).toMatchObject({ damage: 'RESTART_OUT_OF_ORDER', rows: 8 });
  const lost = Buffer.concat([jpeg.subarray(0, first), jpeg.subarray(first + 2)]);
  expect(inspectJpeg(lost)).toMatchObject({ verdict: 'DAMAGED', rows: 0 });
  const surplus = Buffer.concat([jpeg.subarray(0, -2), jpeg.subarray(-600)]);
  expect(inspectJpeg(surplus)).toMatchObject({ damage: 'DATA_SURPLUS' });
});

test('a progressive JPEG that ends after a scan lacks the others', async () => {
  const jpeg = Buffer.from(await encoded('progressive'));
  const lastScan = jpeg.lastIndexOf(Buffer.from([0xff, 0xda]));
  for (const closed of [true, false])
    expect(
      inspectJpeg(
        Buffer.concat([jpeg.subarray(0, lastScan), closed ? Buffer.from([0xff, 0xd9]) : Buffer.alloc(0)]),
      ),
    ).toMatchObject({ damage: 'SCAN_MISSING', rows: 0 });
});

test('what it cannot follow is left to the decoder', () => {
  for (const text of ['', 'no JPEG at all', '\xff\xd8\xff\xe0\0\x10'])
    expect(inspectJpeg(Buffer.from(text, 'latin1'))).toEqual({ verdict: 'UNKNOWN' });
});

test('a header that claims more pixels than are decoded costs nothing', async () => {
  const jpeg = Buffer.from(await encoded('progressive'));
  const frame = jpeg.indexOf(Buffer.from([0xff, 0xc2]));
  jpeg.writeUInt16BE(65_000, frame + 5);
  jpeg.writeUInt16BE(65_000, frame + 7);
  expect(inspectJpeg(jpeg, 120_000_000)).toEqual({ verdict: 'UNKNOWN' });
});

test.skipIf(!hasRealData)(`photos of real cameras are whole${orSkipped}`, async () => {
  const folders = ['exif-samples', 'exif-orientation', 'k4r-shelf-photos', 'azure-shelf-planogram'];
  const files = (await Promise.all(folders.map((folder) => listReal(folder))))
    .flat()
    .filter((file) => /\.jpe?g$/i.test(file));
  expect(files.length).toBeGreaterThan(30);
  for (const file of files)
    expect([file, inspectJpeg(await readReal(file)).verdict]).toEqual([file, 'WHOLE']);
});
