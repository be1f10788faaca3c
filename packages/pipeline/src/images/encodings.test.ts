import { hasRealData, listReal, orSkipped, readReal } from '@gondola/testkit/real-data';
import type { Sharp } from 'sharp';
import { describe, expect, test } from 'vitest';
import { drawFrame } from './drawn-frames.testing.ts';
import { sharp } from './limits.ts';
import { assessQuality } from './quality-gate.ts';
import { readPhoto } from './read-photo.testing.ts';

const [width, height] = [1440, 1120];

/** A shelf of packs with prints: four shelves, fronts of nine grey tones with a label and a price tag each. */
const shelf = drawFrame(width, height, (x, y) => {
  const [column, row] = [Math.floor(x / 80), Math.floor(y / 280)];
  const [inX, inY] = [x % 80, y % 280];
  if (inY > 250) return inX > 20 && inX < 50 && inY < 270 ? [235, 235, 235] : [60, 60, 60];
  if (inX < 3) return [25, 25, 25];
  if (inY > 90 && inY < 160) return Math.floor(inX / 5) % 2 === 0 ? [230, 230, 230] : [40, 40, 40];
  const tone = 60 + ((column * 5 + row * 3) % 9) * 18;
  return [tone, tone, tone];
});
/** The same shelf, blurred so that it must not pass. */
const picture = (blurred: boolean): Sharp => {
  const drawn = sharp(shelf.data, { raw: { width, height, channels: 3 } });
  return blurred ? drawn.blur(4) : drawn;
};

/**
 * How much an encoding may change the sharpness, as a share: 0 for lossless ones, more for the loss of chroma, palette
 * and inks.
 */
const encodings: [string, (photo: Sharp) => Sharp, number][] = [
  ['PNG', (photo) => photo.png(), 0],
  ['interlaced PNG', (photo) => photo.png({ progressive: true }), 0],
  ['16-bit PNG', (photo) => photo.toColourspace('rgb16').png(), 0],
  ['RGBA PNG', (photo) => photo.ensureAlpha().png(), 0],
  ['greyscale PNG', (photo) => photo.toColourspace('b-w').png(), 0],
  ['16-bit greyscale PNG', (photo) => photo.toColourspace('grey16').png(), 0],
  ['palette PNG', (photo) => photo.png({ palette: true, dither: 0 }), 0.05],
  ['JPEG', (photo) => photo.jpeg({ quality: 95 }), 0.02],
  ['progressive JPEG', (photo) => photo.jpeg({ quality: 95, progressive: true }), 0.02],
  ['JPEG with full chroma', (photo) => photo.jpeg({ quality: 95, chromaSubsampling: '4:4:4' }), 0.02],
  ['greyscale JPEG', (photo) => photo.toColourspace('b-w').jpeg({ quality: 95 }), 0.02],
  ['CMYK JPEG', (photo) => photo.toColourspace('cmyk').jpeg({ quality: 95 }), 0.25],
  ['lossless WebP', (photo) => photo.webp({ lossless: true }), 0],
  ['WebP', (photo) => photo.webp({ quality: 95 }), 0.1],
  ['JPEG with an sRGB profile', (photo) => photo.jpeg({ quality: 95 }).withIccProfile('srgb'), 0.02],
  ['Display P3 JPEG', (photo) => photo.jpeg({ quality: 95 }).withIccProfile('p3'), 0.05],
];

describe.each([
  ['a sharp shelf', false, 'PASS'],
  ['a blurred shelf', true, 'DEGRADED'],
])('%s', (_, blurred, verdict) => {
  const plain = picture(blurred)
    .png()
    .toBuffer()
    .then((bytes) => readPhoto(bytes));

  test.each(encodings)('as %s measures like its plain counterpart', async (_name, encode, tolerance) => {
    const plainReading = await plain;
    const reading = await readPhoto(await encode(picture(blurred)).toBuffer());
    expect(assessQuality(reading).verdict).toBe(verdict);
    expect(assessQuality(reading).verdict).toBe(assessQuality(plainReading).verdict);
    const moved = Math.abs(reading.sharpness - plainReading.sharpness);
    // A blurred picture has so little sharpness that block edges count: a tenth of the threshold is allowed there.
    expect(moved).toBeLessThanOrEqual(tolerance === 0 ? 0 : Math.max(tolerance * plainReading.sharpness, 10));
    // Inks are the darkest: CMYK has no brighter white than paper.
    expect(Math.abs(reading.meanGrey - plainReading.meanGrey)).toBeLessThanOrEqual(tolerance === 0 ? 0 : 16);
  });

  test('in all eight orientations measures exactly like upright', async () => {
    const plainReading = await plain;
    for (let orientation = 1; orientation <= 8; orientation++) {
      const bytes = await picture(blurred).png().withMetadata({ orientation }).toBuffer();
      const { sharpness, meanGrey } = await readPhoto(bytes);
      expect({ sharpness, meanGrey }).toEqual({
        sharpness: plainReading.sharpness,
        meanGrey: plainReading.meanGrey,
      });
    }
  });
});

test.skipIf(!hasRealData)(
  `a real photo in all orientations has the same size and nearly the same light${orSkipped}`,
  async () => {
    for (const series of ['Landscape', 'Portrait']) {
      const readings = [];
      for (const file of (await listReal('exif-orientation')).filter((name) => name.includes(series)))
        readings.push(await readPhoto(await readReal(file)));
      expect(readings.length).toBeGreaterThan(4);
      expect(new Set(readings.map(({ widthPx, heightPx }) => `${widthPx}x${heightPx}`)).size).toBe(1);
      const greys = readings.map((reading) => reading.meanGrey);
      expect(Math.max(...greys) - Math.min(...greys)).toBeLessThan(3);
    }
  },
);

test.skipIf(!hasRealData)(
  `every odd EXIF block of a real camera leaves its photo readable${orSkipped}`,
  async () => {
    const files = (await listReal('exif-samples')).filter((file) => /\.jpe?g$/i.test(file));
    expect(files.length).toBeGreaterThan(15);
    for (const file of files) expect((await readPhoto(await readReal(file))).sharpness).toBeGreaterThan(0);
  },
);
