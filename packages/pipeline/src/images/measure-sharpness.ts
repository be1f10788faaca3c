import { decodeGuarded } from './decode-guarded.ts';
import type { DecodedPhoto } from './decode-photo.ts';
import { sharpness } from './sharpness.ts';

/**
 * The sharpness of a photo as OpenCV users know it, that is, on the stored colour values, whatever profile is
 * embedded. Costs a second decode only for photos with a profile other than sRGB.
 */
export async function measureSharpness(bytes: Uint8Array, photo: DecodedPhoto): Promise<number> {
  if (!photo.colourConverted) return sharpness(photo.frame);
  const { data, info } = await decodeGuarded(
    bytes,
    (stored) => stored.flatten({ background: '#ffffff' }).toColourspace('srgb').raw({ depth: 'uchar' }),
    { ignoreIcc: true },
  );
  return sharpness({ data, width: info.width, height: info.height });
}
