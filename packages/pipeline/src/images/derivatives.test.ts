import { expect, test } from 'vitest';
import { decodeOnce } from './decode-once.ts';
import { makeDisplay, makeThumbnail } from './derivatives.ts';
import { patternFrame, softFrame } from './drawn-frames.testing.ts';
import { toInferenceFrame } from './inference-frame.ts';
import { sharp } from './limits.ts';

test('derivatives are upright, small enough and without EXIF', async () => {
  const { data, width, height } = softFrame(3000, 1500);
  const bytes = await sharp(data, { raw: { width, height, channels: 3 } })
    .jpeg()
    .withExif({ IFD0: { Copyright: 'somebody' }, IFD3: { GPSLatitude: '51/1 30/1 0/1' } })
    .withMetadata({ orientation: 6 })
    .toBuffer();
  expect((await sharp(bytes).metadata()).exif).toBeDefined();
  const { display, thumbnail } = (await decodeOnce(bytes, { maxInferenceLongSidePx: 1600 })).reading;
  expect(display).toMatchObject({ mimeType: 'image/jpeg', widthPx: 1200, heightPx: 2400 });
  expect(thumbnail).toMatchObject({ mimeType: 'image/jpeg', widthPx: 200, heightPx: 400 });
  for (const derivative of [display, thumbnail]) {
    const shown = await sharp(derivative.bytes).metadata();
    expect(shown).toMatchObject({ format: 'jpeg', width: derivative.widthPx, height: derivative.heightPx });
    expect(shown.exif).toBeUndefined();
    expect(shown.orientation).toBeUndefined();
  }
});

test('a small photo is not enlarged, and the same frame gives the same bytes', async () => {
  const frame = patternFrame(120, 90);
  for (const make of [() => makeDisplay(frame, 1), () => makeThumbnail(frame)]) {
    const [one, two] = [await make(), await make()];
    expect(one).toMatchObject({ widthPx: 120, heightPx: 90 });
    expect(Buffer.compare(one.bytes, two.bytes)).toBe(0);
  }
});

test('the frame for inference has the shape of the photo and is never enlarged', async () => {
  const frame = softFrame(1600, 1000);
  const shrunk = await toInferenceFrame(frame, 640);
  expect([shrunk.width, shrunk.height, shrunk.data.length]).toEqual([640, 400, 640 * 400 * 3]);
  // A soft image has the same colours at the same relative positions.
  const [x, y] = [320, 200];
  for (let channel = 0; channel < 3; channel++) {
    const before = frame.data[(y * 2.5 * 1600 + x * 2.5) * 3 + channel] ?? 0;
    expect(Math.abs((shrunk.data[(y * 640 + x) * 3 + channel] ?? 0) - before)).toBeLessThan(3);
  }
  expect(await toInferenceFrame(frame, 1600)).toBe(frame);
});

test('the frame for inference can come from the bytes of a photo', async () => {
  const { data, width, height } = softFrame(300, 200);
  const png = await sharp(data, { raw: { width, height, channels: 3 } })
    .png()
    .toBuffer();
  const fromBytes = await toInferenceFrame(png, 150);
  expect(fromBytes).toEqual(await toInferenceFrame({ data, width, height }, 150));
});
