/** The image formats that are taken in and given out. */
export type ImageType = 'image/jpeg' | 'image/png' | 'image/webp';

/** How many bytes `imageTypeOf` looks at. */
export const headLength = 12;

const png = Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]);

/**
 * What the first bytes of a file say it is, whatever its sender calls it; null for every other format. (JPEG: ITU
 * T.81 B.1.1.3, PNG: W3C PNG 5.2, WebP: the RIFF container of its specification.)
 */
export function imageTypeOf(head: Uint8Array): ImageType | null {
  const bytes = Buffer.from(head.buffer, head.byteOffset, head.byteLength);
  if (bytes.length >= 3 && bytes[0] === 0xff && bytes[1] === 0xd8 && bytes[2] === 0xff) return 'image/jpeg';
  if (bytes.length >= png.length && bytes.subarray(0, png.length).equals(png)) return 'image/png';
  if (bytes.toString('latin1', 0, 4) === 'RIFF' && bytes.toString('latin1', 8, 12) === 'WEBP')
    return 'image/webp';
  return null;
}
