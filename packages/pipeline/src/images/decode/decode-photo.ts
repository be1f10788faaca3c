import { decodeStored, type StoredPhoto } from './decode-stored.ts';
import { sharp } from './limits.ts';
import { turnUpright } from './orientation.ts';

/** A photo whose frame stands upright. */
export type DecodedPhoto = Omit<StoredPhoto, 'orientation'>;

/** `decodeStored`, turned upright at full size, for those who look at all its pixels. Rejects as it does. */
export async function decodePhoto(bytes: Uint8Array): Promise<DecodedPhoto> {
  const { orientation, ...photo } = await decodeStored(bytes);
  if (orientation === 1) return photo;
  const { data, width, height } = photo.frame;
  const turned = await turnUpright(sharp(data, { raw: { width, height, channels: 3 } }), orientation)
    .raw()
    .toBuffer({ resolveWithObject: true });
  return { ...photo, frame: { data: turned.data, width: turned.info.width, height: turned.info.height } };
}
