import type { MetadataFlaw } from '@gondola/db';

export interface PhotoSize {
  widthPx: number;
  heightPx: number;
}

/**
 * Finds the declarations that a photo contradicts. Devices declare the size before or after they turn the photo upright,
 * so the sides may be in either order.
 *
 * @param photo the upright photo.
 * @param declared null when the payload is of before the size had columns.
 */
export function findMetadataFlaws(photo: PhotoSize, declared: PhotoSize | null): MetadataFlaw[] {
  if (declared === null) return [];
  const isSame = photo.widthPx === declared.widthPx && photo.heightPx === declared.heightPx;
  const isTurned = photo.widthPx === declared.heightPx && photo.heightPx === declared.widthPx;
  return isSame || isTurned ? [] : ['RESOLUTION_DIFFERS'];
}
