import { fileTypeFromBuffer } from 'file-type';
import { photoLimits } from './limits.ts';
import { PhotoRefused } from './photo-refused.ts';

export type PhotoFormat = 'jpeg' | 'png' | 'webp';

const formatOfMime: Readonly<Record<string, PhotoFormat>> = {
  'image/jpeg': 'jpeg',
  'image/png': 'png',
  // An animated PNG is a PNG whose first image every decoder shows.
  'image/apng': 'png',
  'image/webp': 'webp',
};

/**
 * Detects the format by the first bytes; ignores names, headers and declared types. Rejects with PhotoRefused: no bytes, too
 * many bytes, a known other format, or an unknown one (such as a broken header).
 */
export async function photoFormat(bytes: Uint8Array): Promise<PhotoFormat> {
  if (bytes.byteLength === 0) throw new PhotoRefused('PHOTO_EMPTY', 'The photo has no bytes', { params: {} });
  if (bytes.byteLength > photoLimits.maxBytes) {
    throw new PhotoRefused(
      'PHOTO_TOO_LARGE',
      `The photo has ${bytes.byteLength} bytes; ${photoLimits.maxBytes} are allowed`,
      { params: { bytes: bytes.byteLength, maxBytes: photoLimits.maxBytes } },
    );
  }
  // Detectors of other formats read deep into hostile bytes; a failing detector means an unknown format.
  const found = await fileTypeFromBuffer(bytes).catch(() => undefined);
  if (!found)
    throw new PhotoRefused('PHOTO_CORRUPT', 'The first bytes are those of no known file format', {
      params: { unknownFormat: true },
    });
  const format = formatOfMime[found.mime];
  if (!format)
    throw new PhotoRefused('PHOTO_UNSUPPORTED', `${found.mime} is not JPEG, PNG or WebP`, {
      params: { mimeType: found.mime },
    });
  return format;
}
