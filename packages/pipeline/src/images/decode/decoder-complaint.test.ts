import { expect, test } from 'vitest';
import { type Complaint, readComplaint, reportsLoss } from './decoder-complaint.ts';

// Messages of libvips 8.18 and its decoders, from real broken files.
test.each<[string, Complaint]>([
  ['VipsJpeg: premature end of JPEG image', 'CORRUPT'],
  ['Input buffer has corrupt header: VipsJpeg: Unsupported marker type 0xdf', 'CORRUPT'],
  ['vipspng: libpng read error', 'CORRUPT'],
  ['Input buffer contains unsupported image format', 'CORRUPT'],
  ['Input image exceeds channel limit', 'CORRUPT'],
  ['webp2vips: unable to parse image', 'CORRUPT'],
  ['VipsJpeg: Corrupt JPEG data: premature end of data segment', 'DATA_LOST'],
  ['VipsJpeg: Corrupt JPEG data: bad Huffman code', 'DATA_LOST'],
  ['VipsJpeg: Corrupt JPEG data: found marker 0xd3 instead of RST0', 'DATA_LOST'],
  ['VipsJpeg: Corrupt JPEG data: 44403 extraneous bytes before marker 0xd9', 'DATA_LOST'],
  ['VipsJpeg: Corrupt JPEG data: 16 extraneous bytes before marker 0xe1', 'CORRUPT'],
  ['Input image exceeds pixel limit', 'TOO_LARGE'],
  ['timeout: 42% complete', 'TIMEOUT'],
  ['VipsJpeg: Insufficient memory (case 4)', 'TRANSIENT'],
  ['vips_tracked: out of memory -- size == 150MB', 'TRANSIENT'],
  ['Could not allocate enough memory for raw output', 'TRANSIENT'],
  ['std::bad_alloc', 'TRANSIENT'],
  ['Unknown error', 'UNCLEAR'],
  ['', 'UNCLEAR'],
])('"%s" means %s', (message, complaint) => {
  expect(readComplaint(new Error(message))).toBe(complaint);
});

test.each(['ENOMEM', 'EMFILE', 'EAGAIN', 'ERR_WORKER_OUT_OF_MEMORY'])(
  '%s is a fault of the machine',
  (code) => {
    expect(readComplaint(Object.assign(new Error('it failed'), { code }))).toBe('TRANSIENT');
  },
);

test('a value that is no error is unclear', () => {
  for (const thrown of ['text', {}, 7]) expect(readComplaint(thrown)).toBe('UNCLEAR');
});

test('several warnings are a loss where only the first has words, unless the bytes were followed', () => {
  const several = 'read gave 3 warnings';
  expect(reportsLoss(several, 'UNKNOWN')).toBe(true);
  expect(reportsLoss('read gave 1 warnings', 'UNKNOWN')).toBe(false);
  expect(reportsLoss(several, 'WHOLE')).toBe(false);
  const surplus = 'VipsJpeg: Corrupt JPEG data: 4096 extraneous bytes before marker 0xd9';
  expect(reportsLoss(surplus, 'UNKNOWN')).toBe(true);
  expect(reportsLoss(surplus, 'WHOLE')).toBe(false);
});
