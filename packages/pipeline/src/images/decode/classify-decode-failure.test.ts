import { expect, test } from 'vitest';
import { classifyDecodeFailure } from './classify-decode-failure.ts';

const failed = (message: string, cpuShare = 1, hasMemory = true) =>
  classifyDecodeFailure(new Error(message), {
    cpuShare,
    decoderMessages: message,
    hasMemory: () => hasMemory,
  });

test('a photo that exceeds its time at full speed is too costly', () => {
  expect(failed('timeout: 42% complete', 0.9)).toMatchObject({
    reason: 'PHOTO_TOO_COSTLY',
    message: 'timeout: 42% complete',
  });
});

test('a photo that waited for the processor is not the cause', () => {
  expect(failed('timeout: 42% complete', 0.2)).toMatchObject({ code: 'DECODER_STARVED', retry: true });
});

test('a lack of memory is never classified as a corrupt photo', () => {
  for (const message of ['out of memory', 'VipsJpeg: Insufficient memory (case 4)']) {
    expect(failed(message)).toMatchObject({ code: 'DECODER_OUT_OF_RESOURCES', retry: true });
  }
});

test('a photo is not classified as corrupt while the machine has no memory left', () => {
  for (const message of [
    'VipsJpeg: premature end of JPEG image',
    'webp2vips: unable to decode',
    'Unknown error',
  ])
    expect(failed(message, 1, false)).toMatchObject({ code: 'DECODER_OUT_OF_RESOURCES', retry: true });
});

test('one message about missing resources makes the failure the machine’s', () => {
  const decoderMessages =
    'vips_tracked: out of memory -- size == 36MB\nVipsJpeg: premature end of JPEG image';
  const error = new Error('VipsJpeg: premature end of JPEG image');
  expect(classifyDecodeFailure(error, { cpuShare: 1, decoderMessages, hasMemory: () => true })).toMatchObject(
    {
      code: 'DECODER_OUT_OF_RESOURCES',
    },
  );
});

test('a failure unclear after two attempts is corrupt, with its message and its cause', () => {
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
