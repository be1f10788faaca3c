import { execFile } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import { promisify } from 'node:util';
import { jpegDamageKinds, jpegQuirkKinds, withDamage, withQuirks } from '@gondola/testkit/damage-jpeg';
import { encodeWithRestarts } from '@gondola/testkit/encode-with-restarts';
import { hasRealData, orSkipped, readReal } from '@gondola/testkit/real-data';
import { seededRandom } from '@gondola/testkit/seeded-random';
import type { Sharp } from 'sharp';
import { describe, expect, test } from 'vitest';
import { drawFrame, frameDifference, patternFrame, softFrame } from '../drawn-frames.testing.ts';
import type { Frame } from '../frame.ts';
import { photoLimits, sharp } from '../limits.ts';
import type { PhotoRefused } from '../photo-refused.ts';
import { decodePhoto } from './decode-photo.ts';

const picture = (frame: Frame): Sharp =>
  sharp(frame.data, { raw: { width: frame.width, height: frame.height, channels: 3 } });

const run = promisify(execFile);
/** Opens bytes in a process of its own, as drawings of other tests allow the SVG loader again; returns what became of it. */
async function openedByItself(bytes: Uint8Array): Promise<string> {
  const script = `
    import { sharp } from ${JSON.stringify(new URL('../limits.ts', import.meta.url).href)};
    const bytes = Buffer.from(${JSON.stringify(Buffer.from(bytes).toString('base64'))}, 'base64');
    console.log(await sharp(bytes).metadata().then(({ format }) => format, ({ message }) => message));`;
  const { stdout } = await run(process.execPath, ['--input-type=module', '--eval', script]);
  return stdout;
}

const refusalOf = (bytes: Uint8Array): Promise<PhotoRefused> =>
  decodePhoto(bytes).then(
    () => expect.fail('the photo was decoded'),
    (error) => error,
  );

describe('photos of every valid kind decode like their plain counterpart', () => {
  const pattern = patternFrame(90, 60);
  const soft = softFrame(96, 64);
  const greyPattern = drawFrame(90, 60, (x, y) => {
    const value = (x * 3 + y * 2) % 256;
    return [value, value, value];
  });

  test.each<[string, Frame, (photo: Sharp) => Sharp]>([
    ['PNG', pattern, (photo) => photo.png()],
    ['interlaced PNG', pattern, (photo) => photo.png({ progressive: true })],
    ['16-bit PNG', pattern, (photo) => photo.toColourspace('rgb16').png()],
    ['opaque RGBA PNG', pattern, (photo) => photo.ensureAlpha().png()],
    ['lossless WebP', pattern, (photo) => photo.webp({ lossless: true })],
    ['greyscale PNG', greyPattern, (photo) => photo.toColourspace('b-w').png()],
    ['16-bit greyscale PNG', greyPattern, (photo) => photo.toColourspace('grey16').png()],
  ])('%s exactly', async (_, frame, encode) => {
    const photo = await decodePhoto(await encode(picture(frame)).toBuffer());
    expect(frameDifference(photo.frame, frame)).toEqual({ mean: 0, max: 0 });
  });

  test.each<[string, Frame, (photo: Sharp) => Sharp, number]>([
    ['JPEG', soft, (photo) => photo.jpeg({ quality: 95 }), 1.5],
    ['progressive JPEG', soft, (photo) => photo.jpeg({ quality: 95, progressive: true }), 1.5],
    ['greyscale JPEG', softFrame(96, 64), (photo) => photo.greyscale().jpeg({ quality: 95 }), 40],
    ['CMYK JPEG', soft, (photo) => photo.toColourspace('cmyk').jpeg({ quality: 95 }), 6],
    ['WebP', soft, (photo) => photo.webp({ quality: 95 }), 2.5],
    ['palette PNG', soft, (photo) => photo.png({ palette: true, dither: 0 }), 3],
    ['Display P3 JPEG', soft, (photo) => photo.jpeg({ quality: 95 }).withIccProfile('p3'), 2.5],
  ])('%s nearly', async (_, frame, encode, tolerance) => {
    const photo = await decodePhoto(await encode(picture(frame)).toBuffer());
    expect(photo.frame.data).toHaveLength(frame.width * frame.height * 3);
    expect(frameDifference(photo.frame, frame).mean).toBeLessThan(tolerance);
  });

  test('transparent pixels become white', async () => {
    const half = Buffer.from([255, 0, 0, 128, 0, 0, 255, 0]);
    const bytes = await sharp(half, { raw: { width: 2, height: 1, channels: 4 } })
      .png()
      .toBuffer();
    const { data } = (await decodePhoto(bytes)).frame;
    expect([...data.subarray(3)]).toEqual([255, 255, 255]);
    expect(data[0]).toBe(255);
    expect(data[1]).toBeGreaterThan(120);
    expect(data[1]).toBeLessThan(135);
  });
});

describe('the orientation of EXIF', () => {
  const upright = patternFrame(50, 30);
  // The pixels that a camera held in each of the eight ways stores of the same scene (EXIF 2.32, tag 0x0112).
  const stored: Record<number, (photo: Sharp) => Sharp> = {
    1: (photo) => photo,
    2: (photo) => photo.flop(),
    3: (photo) => photo.rotate(180),
    4: (photo) => photo.flip(),
    5: (photo) => photo.rotate(270).flop(),
    6: (photo) => photo.rotate(270),
    7: (photo) => photo.rotate(90).flop(),
    8: (photo) => photo.rotate(90),
  };

  test.each(Object.keys(stored).map(Number))('%i is applied', async (orientation) => {
    const turned = await stored[orientation]?.(picture(upright)).raw().toBuffer({ resolveWithObject: true });
    if (!turned) throw new Error('no such orientation');
    const frame = { data: turned.data, width: turned.info.width, height: turned.info.height };
    expect([frame.width, frame.height]).toEqual(orientation > 4 ? [30, 50] : [50, 30]);
    const bytes = await picture(frame).png().withMetadata({ orientation }).toBuffer();
    const photo = await decodePhoto(bytes);
    expect([photo.widthPx, photo.heightPx]).toEqual([50, 30]);
    expect(frameDifference(photo.frame, upright)).toEqual({ mean: 0, max: 0 });
  });

  test.skipIf(!hasRealData).each([
    ['Landscape', 3],
    ['Landscape', 5],
    ['Landscape', 6],
    ['Landscape', 8],
    ['Portrait', 3],
    ['Portrait', 5],
    ['Portrait', 6],
    ['Portrait', 8],
  ])(`of the real %s_%i gives the upright photo${orSkipped}`, async (series, orientation) => {
    const [upright, turned] = await Promise.all(
      [1, orientation].map(async (n) => decodePhoto(await readReal(`exif-orientation/${series}_${n}.jpg`))),
    );
    if (!upright || !turned) throw new Error('two photos are decoded');
    // Each file was compressed separately; a wrong rotation would differ by 60 and more.
    expect(frameDifference(upright.frame, turned.frame).mean).toBeLessThan(8);
  });
});

describe('an unusable photo is rejected with its reason', () => {
  test.each<[string, string, () => Promise<Uint8Array> | Uint8Array]>([
    ['no bytes', 'PHOTO_EMPTY', () => new Uint8Array(0)],
    ['random bytes', 'PHOTO_CORRUPT', () => Buffer.concat([Buffer.from([1, 2, 3]), randomBytes(5_000)])],
    ['text', 'PHOTO_CORRUPT', () => Buffer.from('<html><body>404 not found</body></html>')],
    ['a JPEG of its first bytes', 'PHOTO_CORRUPT', () => Buffer.from([0xff, 0xd8, 0xff, 0xe0, 0, 16])],
    ['a GIF', 'PHOTO_UNSUPPORTED', () => picture(patternFrame(9, 9)).gif().toBuffer()],
    ['a TIFF', 'PHOTO_UNSUPPORTED', () => picture(patternFrame(9, 9)).tiff().toBuffer()],
    ['a PDF', 'PHOTO_UNSUPPORTED', () => Buffer.from('%PDF-1.7\n1 0 obj\n')],
    [
      'a small file of 100 megapixels',
      'PHOTO_TOO_LARGE',
      () =>
        sharp({ create: { width: 10_000, height: 10_000, channels: 3, background: 'white' } })
          .png()
          .toBuffer(),
    ],
    ['one byte more than allowed', 'PHOTO_TOO_LARGE', () => new Uint8Array(photoLimits.maxBytes + 1)],
  ])('%s: %s', async (_, reason, bytes) => {
    const refusal = await refusalOf(await bytes());
    expect(refusal).toMatchObject({ name: 'PhotoRefused', reason });
    expect(refusal.message).not.toBe('');
  });

  test.each([
    ['baseline JPEG', 'PHOTO_DAMAGED', (photo: Sharp) => photo.jpeg()],
    ['progressive JPEG', 'PHOTO_DAMAGED', (photo: Sharp) => photo.jpeg({ progressive: true })],
    ['PNG', 'PHOTO_CORRUPT', (photo: Sharp) => photo.png()],
    ['WebP', 'PHOTO_CORRUPT', (photo: Sharp) => photo.webp()],
  ] as const)('a %s cut off anywhere is %s', async (_, reason, encode) => {
    const whole = await encode(picture(patternFrame(320, 240))).toBuffer();
    for (const share of [0.2, 0.5, 0.9]) {
      const refusal = await refusalOf(whole.subarray(0, Math.floor(whole.length * share)));
      expect(refusal).toMatchObject({ reason });
      expect(refusal.message.length).toBeGreaterThan(5);
    }
  });

  test('a cut JPEG says how many of its rows are left', async () => {
    const whole = await picture(patternFrame(320, 240)).jpeg().toBuffer();
    const refusal = await refusalOf(whole.subarray(0, whole.length >> 1));
    expect(refusal.params).toMatchObject({ damage: 'DATA_MISSING', of: 240 });
    expect(Number(refusal.params.rows)).toBeGreaterThan(60);
    expect(Number(refusal.params.rows)).toBeLessThan(180);
  });

  test('a JPEG whose middle is missing is damaged, although its end is present', async () => {
    const whole = await picture(patternFrame(640, 480)).jpeg({ quality: 90 }).toBuffer();
    const middle = whole.length >> 1;
    const holed = Buffer.concat([whole.subarray(0, middle), whole.subarray(middle + 4_096)]);
    expect(await refusalOf(holed)).toMatchObject({ reason: 'PHOTO_DAMAGED' });
    const closedEarly = Buffer.concat([whole.subarray(0, middle), Buffer.from([0xff, 0xd9])]);
    expect(await refusalOf(closedEarly)).toMatchObject({ reason: 'PHOTO_DAMAGED' });
  });

  test('a harmless first warning hides no damage, whatever the kinds of both', async () => {
    const whole = await picture(patternFrame(320, 240)).jpeg({ optimiseCoding: false }).toBuffer();
    const restarts = encodeWithRestarts(patternFrame(320, 240), 40);
    for (const quirk of ['sosParameters', 'strayBytes', 'brokenExif', 'noEndMarker'] as const)
      for (const damage of jpegDamageKinds)
        for (const jpeg of [whole, restarts]) {
          const random = seededRandom(quirk.length * damage.length);
          const broken = withQuirks(withDamage(jpeg, damage, random), [quirk], random);
          expect([quirk, damage, (await refusalOf(broken)).reason]).toEqual([quirk, damage, 'PHOTO_DAMAGED']);
        }
  });

  test('a picture that was saved with the grey of lost data is damaged', async () => {
    const { data, width, height } = drawFrame(320, 240, (x, y) =>
      y < 200 ? [(x * 7) % 256, (y * 5) % 256, 90] : [128, 128, 128],
    );
    for (const turn of [0, 90, 180, 270]) {
      const jpeg = await sharp(data, { raw: { width, height, channels: 3 } })
        .rotate(turn)
        .jpeg({ quality: 85 })
        .toBuffer();
      const { reason, params } = await refusalOf(jpeg);
      expect({ reason, params }).toMatchObject({
        reason: 'PHOTO_DAMAGED',
        params: { damage: 'GREY_EDGE', of: 240 },
      });
      // The compression blends the border over a block.
      expect(Math.abs(Number(params.rows) - 200)).toBeLessThan(17);
    }
  });

  test.each(jpegQuirkKinds)('a whole JPEG with the quirk %s decodes to the same pixels', async (kind) => {
    for (const whole of [
      await picture(patternFrame(320, 240)).jpeg().toBuffer(),
      await picture(patternFrame(320, 240)).jpeg({ progressive: true }).toBuffer(),
      encodeWithRestarts(patternFrame(320, 240), 40),
    ]) {
      const photo = await decodePhoto(withQuirks(whole, [kind], seededRandom(3)));
      expect(frameDifference(photo.frame, (await decodePhoto(whole)).frame).max).toBe(0);
    }
  });

  test('a JPEG with stray bytes between its markers is valid', async () => {
    const whole = await picture(patternFrame(320, 240)).jpeg().toBuffer();
    const junk = Buffer.from('stray bytes of some firmware');
    const firstSegmentEnd = 4 + whole.readUInt16BE(4);
    const photo = await decodePhoto(
      Buffer.concat([whole.subarray(0, firstSegmentEnd), junk, whole.subarray(firstSegmentEnd)]),
    );
    expect(photo.widthPx).toBe(320);
    expect(frameDifference(photo.frame, (await decodePhoto(whole)).frame).max).toBe(0);
  });

  test('an SVG or TIFF under a false name never reaches its loader', async () => {
    const svg = Buffer.from('<svg xmlns="http://www.w3.org/2000/svg" width="9" height="9"/>');
    const tiff = await picture(patternFrame(9, 9)).tiff().toBuffer();
    for (const bytes of [svg, tiff])
      expect(await openedByItself(bytes)).toContain('unsupported image format');
  });
});

test('the format is detected from the bytes', async () => {
  for (const format of ['jpeg', 'png', 'webp'] as const) {
    const photo = await decodePhoto(await picture(softFrame(8, 6)).toFormat(format).toBuffer());
    expect(photo).toMatchObject({ format, widthPx: 8, heightPx: 6, takenAt: null, colourConverted: false });
  }
});

test('an sRGB profile does not change the pixels, another one is converted', async () => {
  const plain = await decodePhoto(await picture(patternFrame(40, 30)).png().toBuffer());
  const tagged = await decodePhoto(
    await picture(patternFrame(40, 30)).png().withIccProfile('srgb').toBuffer(),
  );
  expect(tagged.colourConverted).toBe(false);
  expect(frameDifference(tagged.frame, plain.frame).max).toBe(0);
  const wide = await decodePhoto(await picture(patternFrame(40, 30)).png().withIccProfile('p3').toBuffer());
  expect(wide.colourConverted).toBe(true);
});
