import { deflateSync } from 'node:zlib';
import { expect, test } from 'vitest';
import { decodePhoto } from './decode/decode-photo.ts';
import { frameDifference, patternFrame } from './drawn-frames.testing.ts';
import { sharp } from './limits.ts';
import { withoutTexts } from './without-texts.ts';

const frame = patternFrame(30, 20);
const plain = () =>
  sharp(frame.data, { raw: { width: 30, height: 20, channels: 3 } })
    .png()
    .toBuffer();

/** The checksum stays zero: decoders skip an ancillary chunk with a wrong checksum, or never read it. */
function chunk(name: string, data: Uint8Array): Buffer {
  const length = Buffer.alloc(4);
  length.writeUInt32BE(data.length);
  return Buffer.concat([length, Buffer.from(name, 'latin1'), data, Buffer.alloc(4)]);
}

/** After the header chunk, which comes first in every PNG: 8 bytes of signature and 25 of IHDR. */
const insert = (png: Buffer, chunks: Buffer[]) =>
  Buffer.concat([png.subarray(0, 33), ...chunks, png.subarray(33)]);

test('text chunks of all three kinds are removed, and nothing else', async () => {
  const png = await plain();
  const texts = ['tEXt', 'zTXt', 'iTXt'].map((name) => chunk(name, Buffer.from('Comment\0a shelf')));
  expect(withoutTexts(insert(png, texts)).toString()).toBe(png.toString());
  const other = insert(png, [chunk('prIv', Buffer.from('tEXt')), ...texts]);
  expect(withoutTexts(other).length).toBe(other.length - texts.reduce((sum, text) => sum + text.length, 0));
});

test('a PNG without texts, a truncated one and any other file are returned unchanged', async () => {
  const png = await plain();
  const jpeg = await sharp(frame.data, { raw: { width: 30, height: 20, channels: 3 } })
    .jpeg()
    .toBuffer();
  for (const bytes of [png, png.subarray(0, 40), jpeg, new Uint8Array(0)])
    expect(withoutTexts(bytes)).toBe(bytes);
});

test('a text that claims to be longer than the file ends with it', async () => {
  const png = await plain();
  const endless = Buffer.concat([png.subarray(0, 33), chunk('tEXt', Buffer.from('x'))]);
  endless.writeUInt32BE(0xffffffff, 33);
  expect(withoutTexts(endless)).toHaveLength(33);
});

test('a photo with a hundred compressed texts costs no more than without them', async () => {
  const packed = Buffer.concat([
    Buffer.from('Comment\0\0', 'latin1'),
    deflateSync(Buffer.alloc(7_000_000, 'a')),
  ]);
  const bomb = insert(
    await plain(),
    Array.from({ length: 100 }, () => chunk('zTXt', packed)),
  );
  const before = process.cpuUsage();
  const photo = await decodePhoto(bomb);
  expect(process.cpuUsage(before).user).toBeLessThan(500_000);
  expect(frameDifference(photo.frame, frame).max).toBe(0);
});
