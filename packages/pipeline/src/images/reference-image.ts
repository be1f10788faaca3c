import { decodeWithLimits } from './decode/decode-with-limits.ts';
import type { Frame } from './frame.ts';
import { sharp } from './limits.ts';
import { photoFormat } from './photo-format.ts';

/** Fronts in a shelf photo are smaller than this; more only slows template matching. */
const maxLongSidePx = 640;

/**
 * A pixel belongs to the margin when it is nearly transparent or nearly white: JPEG packshots never reach exactly 255.
 */
const maxMarginAlpha = 16;
const minMarginWhite = 245;

/**
 * Decodes the packshot of a product (JPEG, PNG or WebP), removes transparent and white margins and places the rest on
 * white. The long side has at most 640 px. An image that is all margin stays whole. Rejects as decodePhoto does.
 */
export async function decodeReferenceImage(bytes: Uint8Array): Promise<Frame> {
  await photoFormat(bytes);
  const { data, info } = await decodeWithLimits(bytes, (photo) =>
    photo.autoOrient().toColourspace('srgb').ensureAlpha().raw({ depth: 'uchar' }),
  );
  const product = productBox(data, info.width, info.height);
  const trimmed = await sharp(data, { raw: { width: info.width, height: info.height, channels: 4 } })
    .extract(product)
    .flatten({ background: '#ffffff' })
    .resize({ width: maxLongSidePx, height: maxLongSidePx, fit: 'inside', withoutEnlargement: true })
    .raw()
    .toBuffer({ resolveWithObject: true });
  return { data: trimmed.data, width: trimmed.info.width, height: trimmed.info.height };
}

function productBox(rgba: Uint8Array, width: number, height: number) {
  let left = width;
  let right = -1;
  let top = height;
  let bottom = -1;
  for (let y = 0; y < height; y++) {
    for (let x = 0, at = y * width * 4; x < width; x++, at += 4) {
      if (isMargin(rgba, at)) continue;
      if (x < left) left = x;
      if (x > right) right = x;
      if (y < top) top = y;
      bottom = y;
    }
  }
  return right < 0
    ? { left: 0, top: 0, width, height }
    : { left, top, width: right - left + 1, height: bottom - top + 1 };
}

const isMargin = (rgba: Uint8Array, at: number): boolean =>
  (rgba[at + 3] as number) <= maxMarginAlpha ||
  Math.min(rgba[at] as number, rgba[at + 1] as number, rgba[at + 2] as number) >= minMarginWhite;
