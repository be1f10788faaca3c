/**
 * All that a decoding process is told: no keys, no database address.
 *
 * glibc's allocator asks the system for every frame and gives it back: 9,000 fresh pages for 12 megapixels, which cost
 * more than the decode. With the three variables of mallopt(3) it keeps one frame's worth; other systems ignore them.
 */
export const decoderEnv = {
  VIPS_BLOCK_UNTRUSTED: '1',
  MALLOC_ARENA_MAX: '1',
  MALLOC_MMAP_THRESHOLD_: String(256 * 2 ** 20),
  MALLOC_TRIM_THRESHOLD_: String(256 * 2 ** 20),
} as const;
