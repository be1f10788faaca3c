import { expect, test } from 'vitest';
import { drawFrame } from '../drawn-frames.testing.ts';
import { sharp } from '../limits.ts';
import { decodeWithLimits } from './decode-with-limits.ts';

/** A recipe whose first attempt times out on a busy machine. */
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

test('an intact photo whose first attempt was starved is decoded by the second', async () => {
  const { info, warnings } = await decodeWithLimits(await jpeg(), startedLate());
  expect([info.width, info.height]).toEqual([200, 160]);
  expect(warnings).toEqual(['timeout: 40% complete']);
});

test('a photo with missing data is damaged, also when only the second attempt finishes', async () => {
  const whole = await jpeg();
  // Half of the scan is missing, but the end marker is present: libjpeg fills the rest with grey and only warns.
  const holed = Buffer.concat([whole.subarray(0, whole.length / 2), Buffer.from([0xff, 0xd9])]);
  await expect(decodeWithLimits(holed, startedLate())).rejects.toMatchObject({
    reason: 'PHOTO_DAMAGED',
    params: { damage: 'DATA_MISSING', of: 160 },
  });
});
