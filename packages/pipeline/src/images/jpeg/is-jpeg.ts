/** Returns whether the bytes begin as a JPEG does: with the start marker and the first byte of another one. */
export const isJpeg = (bytes: Uint8Array): boolean =>
  bytes[0] === 0xff && bytes[1] === 0xd8 && bytes[2] === 0xff;
