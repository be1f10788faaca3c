import { deflateSync } from 'node:zlib';
import sharp from 'sharp';

/** A small file that needs far more resources than its size suggests, and its permitted outcomes. */
export interface Bomb {
  name: string;
  bytes: Buffer;
  /** Permitted outcomes; 'read' where the limits are sufficient to decode the file. */
  mayBe: readonly string[];
}

export async function bombs(): Promise<Bomb[]> {
  const white = (width: number, height: number) =>
    sharp({ create: { width, height, channels: 3, background: '#ffffff' } });
  const small = await white(40, 30).png().toBuffer();
  const jpeg = await white(640, 480).jpeg().toBuffer();
  const tooLarge = ['PHOTO_TOO_LARGE'];
  const refused = ['PHOTO_TOO_LARGE', 'PHOTO_TOO_COSTLY', 'PHOTO_CORRUPT', 'PHOTO_DAMAGED'];
  return [
    { name: 'PNG of 100 megapixels', bytes: emptyPng(10_000, 10_000, 8, 2), mayBe: tooLarge },
    { name: 'PNG of 256 one-bit megapixels', bytes: emptyPng(16_000, 16_000, 1, 0), mayBe: tooLarge },
    { name: 'PNG that claims 2^31 columns', bytes: emptyPng(0x7fffffff, 1, 8, 2), mayBe: refused },
    { name: 'PNG of one row of a million pixels', bytes: emptyPng(1_000_000, 1, 8, 2), mayBe: tooLarge },
    {
      name: 'interlaced PNG of 49 megapixels',
      bytes: emptyPng(7_000, 7_000, 8, 2, 1),
      mayBe: [...refused, 'read'],
    },
    {
      name: '16-bit RGBA PNG of 49 megapixels',
      bytes: emptyPng(7_000, 7_000, 16, 6),
      mayBe: [...refused, 'read'],
    },
    { name: 'PNG with a hundred packed texts', bytes: withChunks(small, 'zTXt', 100), mayBe: ['read'] },
    {
      name: 'PNG with a packed colour profile of 7 MB',
      bytes: withChunks(small, 'iCCP', 1),
      mayBe: [...refused, 'read'],
    },
    {
      name: 'JPEG whose header claims 65,500 a side',
      bytes: jpegClaiming(jpeg, 65_500, 65_500),
      mayBe: refused,
    },
    {
      name: 'JPEG whose header claims 49 megapixels',
      bytes: jpegClaiming(jpeg, 7_000, 7_000),
      mayBe: refused,
    },
    { name: 'WebP of 16,383 a side', bytes: webpClaiming(16_383, 16_383), mayBe: refused },
    { name: 'GIF', bytes: await white(9, 9).gif().toBuffer(), mayBe: ['PHOTO_UNSUPPORTED'] },
    { name: 'TIFF', bytes: await white(9, 9).tiff().toBuffer(), mayBe: ['PHOTO_UNSUPPORTED'] },
    { name: 'AVIF', bytes: await white(9, 9).avif().toBuffer(), mayBe: ['PHOTO_UNSUPPORTED'] },
    {
      name: 'SVG that repeats itself',
      bytes: Buffer.from(`<svg xmlns="http://www.w3.org/2000/svg">${'<g>'.repeat(9_000)}</svg>`),
      mayBe: ['PHOTO_UNSUPPORTED', 'PHOTO_CORRUPT'],
    },
    { name: 'nothing', bytes: Buffer.alloc(0), mayBe: ['PHOTO_EMPTY'] },
  ];
}

/** Returns the CRC-32 of PNG (the polynomial of ISO 3309), which decoders check. */
function crc32(bytes: Uint8Array): number {
  let crc = -1;
  for (const byte of bytes) {
    crc ^= byte;
    for (let k = 0; k < 8; k++) crc = (crc >>> 1) ^ (crc & 1 ? 0xedb88320 : 0);
  }
  return (crc ^ -1) >>> 0;
}

function chunk(name: string, data: Uint8Array): Buffer {
  const head = Buffer.alloc(8);
  head.writeUInt32BE(data.length);
  head.write(name, 4, 'latin1');
  const sum = Buffer.alloc(4);
  sum.writeUInt32BE(crc32(Buffer.concat([head.subarray(4), data])));
  return Buffer.concat([head, data, sum]);
}

/** Returns a PNG of zeros, whose rows compress to a thousandth. At most 400 MB are compressed; the rest is missing. */
function emptyPng(width: number, height: number, depth: number, colourType: number, interlace = 0): Buffer {
  const header = Buffer.alloc(13);
  header.writeUInt32BE(width);
  header.writeUInt32BE(height, 4);
  header.set([depth, colourType, 0, 0, interlace], 8);
  const channels = colourType === 6 ? 4 : colourType === 2 ? 3 : 1;
  const bytes = (Math.ceil((width * depth * channels) / 8) + 1) * height + 8 * (interlace ? height * 2 : 0);
  const data = deflateSync(Buffer.alloc(Math.min(bytes, 400_000_000)), { level: 1 });
  const signature = Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]);
  return Buffer.concat([
    signature,
    chunk('IHDR', header),
    chunk('IDAT', data),
    chunk('IEND', Buffer.alloc(0)),
  ]);
}

function withChunks(png: Buffer, name: string, count: number): Buffer {
  const data = Buffer.concat([Buffer.from('name\0\0', 'latin1'), deflateSync(Buffer.alloc(7_000_000, 'a'))]);
  const texts = Array.from({ length: count }, () => chunk(name, data));
  return Buffer.concat([png.subarray(0, 33), ...texts, png.subarray(33)]);
}

/** The frame header (SOF0) contains height and width after its length and precision. */
function jpegClaiming(jpeg: Buffer, width: number, height: number): Buffer {
  const bytes = Buffer.from(jpeg);
  const sof = bytes.indexOf(Buffer.from([0xff, 0xc0]));
  bytes.writeUInt16BE(height, sof + 5);
  bytes.writeUInt16BE(width, sof + 7);
  return bytes;
}

/** Returns a lossless WebP header (signature 0x2f, twice 14 bits) without any content. */
function webpClaiming(width: number, height: number): Buffer {
  const bytes = Buffer.alloc(64);
  bytes.write('RIFF', 0, 'latin1');
  bytes.writeUInt32LE(56, 4);
  bytes.write('WEBPVP8L', 8, 'latin1');
  bytes.writeUInt32LE(44, 16);
  bytes[20] = 0x2f;
  bytes.writeUInt32LE(((width - 1) | ((height - 1) << 14)) >>> 0, 21);
  return bytes;
}
