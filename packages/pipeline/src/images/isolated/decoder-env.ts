/**
 * The complete environment of a decoding process: no keys, no database address.
 *
 * The allocator of glibc requests every frame from the system and returns it. That is 9,000 fresh pages for 12
 * megapixels, which cost more than the decode. With the three variables of mallopt(3) it retains the memory of one
 * frame; other systems ignore them.
 */
export const decoderEnv = {
  VIPS_BLOCK_UNTRUSTED: '1',
  MALLOC_ARENA_MAX: '1',
  MALLOC_MMAP_THRESHOLD_: String(256 * 2 ** 20),
  MALLOC_TRIM_THRESHOLD_: String(256 * 2 ** 20),
} as const;
