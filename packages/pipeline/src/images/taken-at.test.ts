import path from 'node:path';
import { hasRealData, listReal, orSkipped, readReal } from '@gondola/testkit/real-data';
import { describe, expect, test } from 'vitest';
import { decodePhoto } from './decode/decode-photo.ts';
import { sharp } from './limits.ts';
import { takenAtOf } from './taken-at.ts';

const blank = () => sharp({ create: { width: 8, height: 8, channels: 3, background: 'white' } });

async function takenAt(exif: Record<string, string>): Promise<string | null> {
  const bytes = await blank().jpeg().withExif({ IFD2: exif }).toBuffer();
  return (await decodePhoto(bytes)).takenAt;
}

describe('when a photo was taken', () => {
  test('has the offset that the camera wrote', async () => {
    expect(await takenAt({ DateTimeOriginal: '2026:11:23 09:15:02', OffsetTimeOriginal: '+01:00' })).toBe(
      '2026-11-23T09:15:02+01:00',
    );
  });

  test('is local time without an offset when the camera wrote none', async () => {
    expect(await takenAt({ DateTimeOriginal: '2026:11:23 09:15:02' })).toBe('2026-11-23T09:15:02');
  });

  test.each(['0000:00:00 00:00:00', '2026:02:31 10:00:00', '2026:11:23 25:00:00', 'yesterday', ' '])(
    'is not known from "%s"',
    async (text) => {
      expect(await takenAt({ DateTimeOriginal: text })).toBeNull();
    },
  );

  test('is null without EXIF', async () => {
    expect((await decodePhoto(await blank().png().toBuffer())).takenAt).toBeNull();
  });
});

describe('hostile EXIF', () => {
  /** A folder of 5,000 entries, each with a claimed count of four billion values. */
  function bottomless(): Buffer {
    const block = Buffer.alloc(65_000);
    block.write('II*\0', 0, 'latin1');
    block.writeUInt32LE(8, 4);
    block.writeUInt16LE(5_000, 8);
    for (let i = 0; i < 5_000; i++) {
      block.writeUInt16LE(i + 1, 10 + i * 12);
      block.writeUInt16LE(1, 12 + i * 12);
      block.writeUInt32LE(0xffffffff, 14 + i * 12);
    }
    return block;
  }

  test('that points to itself endlessly is read in bounded time', () => {
    expect(takenAtOf(bottomless())).toBeNull();
  });

  test('is survived wherever it was cut and whatever bit was flipped', async () => {
    const bytes = await blank()
      .jpeg()
      .withExif({ IFD2: { DateTimeOriginal: '2026:11:23 09:15:02', OffsetTimeOriginal: '+01:00' } })
      .toBuffer();
    const { exif } = await sharp(bytes).metadata();
    if (!exif) throw new Error('the photo has EXIF');
    expect(takenAtOf(exif)).toBe('2026-11-23T09:15:02+01:00');
    for (let cut = 0; cut < exif.length; cut++) takenAtOf(exif.subarray(0, cut));
    for (let bit = 0; bit < exif.length * 8; bit++) {
      const flipped = Buffer.from(exif);
      flipped[bit >> 3] = (flipped[bit >> 3] ?? 0) ^ (1 << (bit & 7));
      const found = takenAtOf(flipped);
      expect(found === null || /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d([+-]\d\d:\d\d)?$/.test(found)).toBe(true);
    }
  });

  test.skipIf(!hasRealData)(`of real cameras never stops a photo${orSkipped}`, async () => {
    const times = new Map<string, string | null>();
    for (const file of await listReal('exif-samples')) {
      times.set(path.basename(file), (await decodePhoto(await readReal(file))).takenAt);
    }
    expect(times.size).toBe(24);
    expect(times.get('DSCN0010.jpg')).toBe('2008-10-22T16:28:39');
    // The entries of `invalid` point outside their block; the other set never had a time.
    expect([...times.values()].filter((time) => time !== null)).toHaveLength(9);
  });
});
