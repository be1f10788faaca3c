import type { Metadata, Sharp } from 'sharp';
import { decodeGuarded } from './decode-guarded.ts';
import type { Frame } from './frame.ts';
import { isSrgbProfile } from './icc-profile.ts';
import { openOptions, sharp } from './limits.ts';
import { maxFrameSidePx } from './measure/measure-frame.ts';
import { liesOnItsSide, type Orientation, orientationOf } from './orientation.ts';
import { type PhotoFormat, photoFormat } from './photo-format.ts';
import { PhotoRefused } from './photo-refused.ts';
import { takenAtOf } from './taken-at.ts';
import { withoutTexts } from './without-texts.ts';

export interface StoredPhoto {
  /** 8-bit sRGB, as the file stores it: not turned yet. */
  frame: Frame;
  orientation: Orientation;
  format: PhotoFormat;
  /** Pixels of the upright photo. */
  widthPx: number;
  heightPx: number;
  /** EXIF's DateTimeOriginal as ISO 8601, without an offset when the camera wrote none. A hint, never the key. */
  takenAt: string | null;
  /** What the decoder had to say about a photo that it decoded all the same. */
  warnings: string[];
  /** True when an embedded colour profile moved the pixel values: sharpness wants them unmoved. */
  colourConverted: boolean;
}

/**
 * The whole photo, decoded once and to its last row. Greyscale, alpha (laid on white), CMYK, 16-bit and palette photos
 * are fine photos. Rejects with PhotoRefused when the bytes are to blame, with a Fault when the machine is.
 */
export async function decodeStored(bytes: Uint8Array): Promise<StoredPhoto> {
  const format = await photoFormat(bytes);
  const header = await readHeader(bytes);
  if (header && Math.max(header.width, header.height) > maxFrameSidePx)
    throw new PhotoRefused(
      'PHOTO_TOO_LARGE',
      `The photo has ${header.width} x ${header.height} pixels; ${maxFrameSidePx} a side are allowed`,
    );
  const ignoreIcc = header?.icc !== undefined && isSrgbProfile(header.icc);
  const { data, info, warnings } = await decodeGuarded(bytes, toRgb, { ignoreIcc });
  const frame = { data, width: info.width, height: info.height };
  const orientation = orientationOf(header?.orientation);
  const side = liesOnItsSide(orientation);
  return {
    frame,
    orientation,
    format,
    widthPx: side ? frame.height : frame.width,
    heightPx: side ? frame.width : frame.height,
    takenAt: takenAtOf(header?.exif),
    warnings,
    colourConverted: header?.icc !== undefined && !ignoreIcc,
  };
}

/**
 * The stored values of a photo whose profile moved them: what Pillow and OpenCV, which know no profiles, see. A second
 * decode, for the few photos with a profile other than sRGB.
 */
export async function decodeUnconverted(bytes: Uint8Array): Promise<Frame> {
  const { data, info } = await decodeGuarded(bytes, toRgb, { ignoreIcc: true });
  return { data, width: info.width, height: info.height };
}

const toRgb = (photo: Sharp): Sharp =>
  photo.flatten({ background: '#ffffff' }).toColourspace('srgb').raw({ depth: 'uchar' });

/** Null when even the header cannot be read: the decode that follows says why, in one place. */
async function readHeader(bytes: Uint8Array): Promise<Metadata | null> {
  return await sharp(withoutTexts(bytes), { ...openOptions, failOn: 'error' })
    .metadata()
    .catch(() => null);
}
