import { fileTypeFromBuffer } from 'file-type';
import { photoLimits } from './limits.ts';
import { PhotoRefused } from './photo-refused.ts';

export type PhotoFormat = 'jpeg' | 'png' | 'webp';

const formatOfMime: Readonly<Record<string, PhotoFormat>> = {
  'image/jpeg': 'jpeg',
  'image/png': 'png',
  // An animated PNG is a PNG whose first picture every decoder shows.
  'image/apng': 'png',
  'image/webp': 'webp',
};

/**
 * The format that the first bytes show; no name, header or declared type is asked. Rejects with PhotoRefused:
 * nothing there, too many bytes, a known other format, or nothing known (a broken header looks like that).
 */
export async function photoFormat(bytes: Uint8Array): Promise<PhotoFormat> {
  if (bytes.byteLength === 0) throw new PhotoRefused('PHOTO_EMPTY', 'The photo has no bytes');
  if (bytes.byteLength > photoLimits.maxBytes) {
    throw new PhotoRefused(
      'PHOTO_TOO_LARGE',
      `The photo has ${bytes.byteLength} bytes; ${photoLimits.maxBytes} are allowed`,
    );
  }
  // Detectors of other formats read deep into hostile bytes; where one breaks, the format is simply not known.
  const found = await fileTypeFromBuffer(bytes).catch(() => undefined);
  if (!found) throw new PhotoRefused('PHOTO_CORRUPT', 'The first bytes are those of no known file format');
  const format = formatOfMime[found.mime];
  if (!format) throw new PhotoRefused('PHOTO_UNSUPPORTED', `${found.mime} is not JPEG, PNG or WebP`);
  return format;
}
