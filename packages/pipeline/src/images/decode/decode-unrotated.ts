import type { Metadata, Sharp } from 'sharp';
import type { Frame } from '../frame.ts';
import { openOptions, photoLimits, sharp } from '../limits.ts';
import { maxFrameSidePx } from '../measure/measure-frame.ts';
import { liesOnItsSide, type Orientation, orientationOf } from '../orientation.ts';
import { type PhotoFormat, photoFormat } from '../photo-format.ts';
import { PhotoRefused } from '../photo-refused.ts';
import { takenAtOf } from '../taken-at.ts';
import { withoutTexts } from '../without-texts.ts';
import { decodeWithLimits } from './decode-with-limits.ts';
import { isSrgbProfile } from './icc-profile.ts';
import { refuseGreyEdge } from './refuse-grey-edge.ts';

export interface UnrotatedPhoto {
  /** 8-bit sRGB as stored in the file, not yet turned upright; at half the photo's sides when `halved`. */
  frame: Frame;
  /** The photo has more pixels than a frame may have. */
  halved: boolean;
  orientation: Orientation;
  format: PhotoFormat;
  /** Pixels of the upright photo, not of its frame. */
  widthPx: number;
  heightPx: number;
  /** EXIF DateTimeOriginal as ISO 8601, without an offset when the camera wrote none. A hint, never the key. */
  takenAt: string | null;
  /** Warnings of the decoder about a photo that it decoded. */
  warnings: string[];
  /** True when an embedded colour profile changed the pixel values; sharpness is measured on unchanged values. */
  colourConverted: boolean;
}

/**
 * Decodes the whole photo once, to its last row. Greyscale, alpha (on white), CMYK, 16-bit and palette photos are valid.
 * Rejects with PhotoRefused when the bytes are the cause, with a Fault when the machine is.
 */
export async function decodeUnrotated(bytes: Uint8Array): Promise<UnrotatedPhoto> {
  const format = await photoFormat(bytes);
  const header = await readHeader(bytes);
  if (header) refuseTooLarge(header);
  const ignoreIcc = header?.icc !== undefined && isSrgbProfile(header.icc);
  const halved = header !== null && header.width * header.height > photoLimits.maxFramePixels;
  const { frame, warnings } = await decodeFrame(bytes, { ignoreIcc, halvedFrom: halved ? header : null });
  const orientation = orientationOf(header?.orientation);
  const side = liesOnItsSide(orientation);
  const { width, height } = halved ? header : frame;
  if (format === 'jpeg') refuseGreyEdge(frame);
  return {
    frame,
    halved,
    orientation,
    format,
    widthPx: side ? height : width,
    heightPx: side ? width : height,
    takenAt: takenAtOf(header?.exif),
    warnings,
    colourConverted: header?.icc !== undefined && !ignoreIcc,
  };
}

/**
 * Decodes the stored values of a photo without applying its colour profile, as Pillow and OpenCV do. This is a second decode,
 * for the few photos with a profile other than sRGB.
 */
export async function decodeUnconverted(bytes: Uint8Array, { halved }: { halved: boolean }): Promise<Frame> {
  const header = halved ? await readHeader(bytes) : null;
  return (await decodeFrame(bytes, { ignoreIcc: true, halvedFrom: header })).frame;
}

/** The sides in the file. */
interface Sides {
  width: number;
  height: number;
}

async function decodeFrame(
  bytes: Uint8Array,
  { ignoreIcc, halvedFrom }: { ignoreIcc: boolean; halvedFrom: Sides | null },
): Promise<{ frame: Frame; warnings: string[] }> {
  const { data, info, warnings } = await decodeWithLimits(bytes, toRgb(halvedFrom), {
    ignoreIcc,
    // What streams and what does not was told apart by the header.
    ...(halvedFrom
      ? { limitInputPixels: photoLimits.maxPixels, timeoutSeconds: photoLimits.largeTimeoutSeconds }
      : {}),
  });
  return { frame: { data, width: info.width, height: info.height }, warnings };
}

/** The JPEG decoder makes half the sides by itself, at half the cost; for the other formats libvips averages row by row. */
const toRgb =
  (halvedFrom: Sides | null) =>
  (photo: Sharp): Sharp =>
    (halvedFrom
      ? photo.resize(Math.ceil(halvedFrom.width / 2), Math.ceil(halvedFrom.height / 2), { fit: 'fill' })
      : photo
    )
      .flatten({ background: '#ffffff' })
      .toColourspace('srgb')
      .raw({ depth: 'uchar' });

/** Reads the header; returns null when it is unreadable. The following decode reports the cause. */
async function readHeader(bytes: Uint8Array): Promise<Metadata | null> {
  return await sharp(withoutTexts(bytes), { ...openOptions, limitInputPixels: false, failOn: 'error' })
    .metadata()
    .catch(() => null);
}

/** Only a JPEG that is coded from top to bottom may exceed what a decoder can hold as a whole. */
function refuseTooLarge({ width, height, format, isProgressive }: Metadata): void {
  const sides = { widthPx: width, heightPx: height };
  const refuse = (limit: string, params: { maxSidePx: number } | { maxPixels: number }) => {
    throw new PhotoRefused('PHOTO_TOO_LARGE', `The photo has ${width} x ${height} pixels; ${limit}`, {
      params: { ...sides, ...params },
    });
  };
  if (Math.max(width, height) > maxFrameSidePx)
    refuse(`${maxFrameSidePx} a side are allowed`, { maxSidePx: maxFrameSidePx });
  const streams = format === 'jpeg' && isProgressive !== true;
  const maxPixels = streams ? photoLimits.maxPixels : photoLimits.maxWholePixels;
  if (width * height > maxPixels) refuse(`${maxPixels} are allowed`, { maxPixels });
}
