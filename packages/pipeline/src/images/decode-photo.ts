import type { Metadata } from 'sharp';
import { decodeGuarded } from './decode-guarded.ts';
import type { Frame } from './frame.ts';
import { isSrgbProfile } from './icc-profile.ts';
import { openOptions, sharp } from './limits.ts';
import { type PhotoFormat, photoFormat } from './photo-format.ts';
import { takenAtOf } from './taken-at.ts';
import { withoutTexts } from './without-texts.ts';

export interface DecodedPhoto {
  /** Upright (EXIF orientation applied), 8-bit sRGB. */
  frame: Frame;
  format: PhotoFormat;
  /** Pixels of the upright photo. */
  widthPx: number;
  heightPx: number;
  /** EXIF's DateTimeOriginal as ISO 8601, without an offset when the camera wrote none. A hint, never the key. */
  takenAt: string | null;
  /** True when an embedded colour profile moved the pixel values: `measureSharpness` wants them unmoved. */
  colourConverted: boolean;
}

/**
 * The whole photo, decoded to its last row. Greyscale, alpha (laid on white), CMYK, 16-bit and palette photos are
 * fine photos. Rejects with PhotoRefused when the bytes are to blame, with a Fault when the machine is.
 */
export async function decodePhoto(bytes: Uint8Array): Promise<DecodedPhoto> {
  const format = await photoFormat(bytes);
  const header = await readHeader(bytes);
  const ignoreIcc = header?.icc !== undefined && isSrgbProfile(header.icc);
  const { data, info } = await decodeGuarded(
    bytes,
    (photo) =>
      photo.autoOrient().flatten({ background: '#ffffff' }).toColourspace('srgb').raw({ depth: 'uchar' }),
    { ignoreIcc },
  );
  return {
    frame: { data, width: info.width, height: info.height },
    format,
    widthPx: info.width,
    heightPx: info.height,
    takenAt: takenAtOf(header?.exif),
    colourConverted: header?.icc !== undefined && !ignoreIcc,
  };
}

/** Null when even the header cannot be read: the decode that follows says why, in one place. */
async function readHeader(bytes: Uint8Array): Promise<Metadata | null> {
  return await sharp(withoutTexts(bytes), { ...openOptions, failOn: 'error' })
    .metadata()
    .catch(() => null);
}
