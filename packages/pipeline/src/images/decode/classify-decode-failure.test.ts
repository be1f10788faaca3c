import { expect, test } from 'vitest';
import { blame } from './blame.ts';

const failed = (message: string, cpuShare = 1, hasMemory = true) =>
  blame(new Error(message), { cpuShare, said: message, hasMemory: () => hasMemory });

test('a photo that uses up its time at full speed is too costly', () => {
  expect(failed('timeout: 42% complete', 0.9)).toMatchObject({
    reason: 'PHOTO_TOO_COSTLY',
    message: 'timeout: 42% complete',
  });
});

test('a photo that waited for the processor is not to blame', () => {
  expect(failed('timeout: 42% complete', 0.2)).toMatchObject({ code: 'DECODER_STARVED', retry: true });
});

test('a machine without memory is never called a corrupt photo', () => {
  for (const message of ['out of memory', 'VipsJpeg: Insufficient memory (case 4)']) {
    expect(failed(message)).toMatchObject({ code: 'DECODER_OUT_OF_RESOURCES', retry: true });
  }
});

test('a photo is not called corrupt by a machine that has no memory left', () => {
  for (const message of [
    'VipsJpeg: premature end of JPEG image',
    'webp2vips: unable to decode',
    'Unknown error',
  ])
    expect(failed(message, 1, false)).toMatchObject({ code: 'DECODER_OUT_OF_RESOURCES', retry: true });
});

test('a word of need among others is the machine’s', () => {
  const said = 'vips_tracked: out of memory -- size == 36MB\nVipsJpeg: premature end of JPEG image';
  const error = new Error('VipsJpeg: premature end of JPEG image');
  expect(blame(error, { cpuShare: 1, said, hasMemory: () => true })).toMatchObject({
    code: 'DECODER_OUT_OF_RESOURCES',
  });
});

test('what stays unclear after two tries is corrupt, and keeps its words and its cause', () => {
  expect(failed('Unknown error')).toMatchObject({
    reason: 'PHOTO_CORRUPT',
    message: 'Unknown error',
    cause: new Error('Unknown error'),
  });
});

test('too many pixels are too large, lost data is corrupt', () => {
  expect(failed('Input image exceeds pixel limit')).toMatchObject({ reason: 'PHOTO_TOO_LARGE' });
  expect(failed('Corrupt JPEG data: bad Huffman code')).toMatchObject({ reason: 'PHOTO_CORRUPT' });
});
