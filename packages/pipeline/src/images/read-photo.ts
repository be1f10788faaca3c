import { decodePhoto } from './decode-photo.ts';
import { type Derivative, makeDerivatives } from './derivatives.ts';
import { measureSharpness } from './measure-sharpness.ts';
import type { PhotoFormat } from './photo-format.ts';

/** Everything that is to be known of a photo before anyone looks at the shelf on it. */
export interface PhotoReading {
  format: PhotoFormat;
  /** Pixels of the upright photo. */
  widthPx: number;
  heightPx: number;
  takenAt: string | null;
  sharpness: number;
  display: Derivative;
  thumbnail: Derivative;
}

/** Rejects as decodePhoto does. */
export async function readPhoto(bytes: Uint8Array): Promise<PhotoReading> {
  const photo = await decodePhoto(bytes);
  const { format, widthPx, heightPx, takenAt } = photo;
  return {
    format,
    widthPx,
    heightPx,
    takenAt,
    sharpness: await measureSharpness(bytes, photo),
    ...(await makeDerivatives(photo.frame)),
  };
}
