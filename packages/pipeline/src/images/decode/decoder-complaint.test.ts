import { expect, test } from 'vitest';
import { type Complaint, readComplaint } from './decoder-complaint.ts';

// The words are those of libvips 8.18 and its decoders, as they came from real broken files.
test.each<[string, Complaint]>([
  ['VipsJpeg: premature end of JPEG image', 'CORRUPT'],
  ['Input buffer has corrupt header: VipsJpeg: Unsupported marker type 0xdf', 'CORRUPT'],
  ['vipspng: libpng read error', 'CORRUPT'],
  ['Input buffer contains unsupported image format', 'CORRUPT'],
  ['Input image exceeds channel limit', 'CORRUPT'],
  ['webp2vips: unable to parse image', 'CORRUPT'],
  ['VipsJpeg: Corrupt JPEG data: premature end of data segment', 'DATA_LOST'],
  ['VipsJpeg: Corrupt JPEG data: bad Huffman code', 'DATA_LOST'],
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

test.each(['ENOMEM', 'EMFILE', 'EAGAIN', 'ERR_WORKER_OUT_OF_MEMORY'])('%s is the machine’s', (code) => {
  expect(readComplaint(Object.assign(new Error('it failed'), { code }))).toBe('TRANSIENT');
});

test('what is no error at all is unclear', () => {
  for (const thrown of ['text', {}, 7]) expect(readComplaint(thrown)).toBe('UNCLEAR');
});
