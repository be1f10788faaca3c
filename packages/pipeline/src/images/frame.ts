/** A decoded photo: interleaved 8-bit sRGB, rows from the top, no padding. `data.length === width * height * 3`. */
export interface Frame {
  data: Uint8Array;
  width: number;
  height: number;
}

/**
 * Releases the memory of a frame at once; the frame is empty afterwards. The garbage collector would let several frames
 * of 36 MB accumulate, each on fresh pages, which cost more than the decode itself.
 */
export function releaseFrame({ data }: Frame): void {
  // Only for a buffer of its own: small ones may share a pool with others.
  if (data.buffer instanceof ArrayBuffer && data.byteLength === data.buffer.byteLength)
    data.buffer.transfer(0);
}
