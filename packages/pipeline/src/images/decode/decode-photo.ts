import { sharp } from '../limits.ts';
import { turnUpright } from '../orientation.ts';
import { decodeUnrotated, type UnrotatedPhoto } from './decode-unrotated.ts';

/** A decoded photo with an upright frame. */
export type DecodedPhoto = Omit<UnrotatedPhoto, 'orientation'>;

/** Decodes a photo and turns it upright at full size. Rejects as `decodeUnrotated` does. */
export async function decodePhoto(bytes: Uint8Array): Promise<DecodedPhoto> {
  const { orientation, ...photo } = await decodeUnrotated(bytes);
  if (orientation === 1) return photo;
  const { data, width, height } = photo.frame;
  const turned = await turnUpright(sharp(data, { raw: { width, height, channels: 3 } }), orientation)
    .raw()
    .toBuffer({ resolveWithObject: true });
  return { ...photo, frame: { data: turned.data, width: turned.info.width, height: turned.info.height } };
}
