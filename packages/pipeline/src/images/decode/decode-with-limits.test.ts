import { expect, test } from 'vitest';
import { decodeGuarded } from './decode-guarded.ts';
import { drawFrame } from './drawn-frames.ts';
import { sharp } from './limits.ts';

/** A recipe whose first try the machine is too busy for. */
function startedLate() {
  let tries = 0;
  return (photo: ReturnType<typeof sharp>) => {
    tries += 1;
    if (tries === 1) throw new Error('timeout: 40% complete');
    return photo.raw();
  };
}

const jpeg = async () => {
  const { data, width, height } = drawFrame(200, 160, (x, y) => [x, y, (x * y) % 256]);
  return await sharp(data, { raw: { width, height, channels: 3 } })
    .jpeg()
    .toBuffer();
};

test('a whole photo whose first try was starved is decoded by the second', async () => {
  const { info, warnings } = await decodeGuarded(await jpeg(), startedLate());
  expect([info.width, info.height]).toEqual([200, 160]);
  expect(warnings).toEqual(['timeout: 40% complete']);
});

test('a photo with a hole is corrupt, also when only the second try came to its end', async () => {
  const whole = await jpeg();
  // Half of the scan is missing, and the end marker is there: libjpeg paints the rest grey and only warns.
  const holed = Buffer.concat([whole.subarray(0, whole.length / 2), Buffer.from([0xff, 0xd9])]);
  await expect(decodeGuarded(holed, startedLate())).rejects.toMatchObject({
    reason: 'PHOTO_CORRUPT',
    message: expect.stringContaining('premature end of data segment'),
  });
});
