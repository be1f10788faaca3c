import { PhotoRefused } from '../photo-refused.ts';
import type { JpegInspection } from './inspect-jpeg.ts';

/** The refusal of a JPEG that lost a part of its picture. @param decoderMessages for the log */
export function damagedPhoto(
  { damage, rows, height }: Extract<JpegInspection, { verdict: 'DAMAGED' }>,
  decoderMessages: Iterable<string>,
): PhotoRefused {
  const params = { damage, ...(rows === null ? {} : { rows, of: height }) };
  return new PhotoRefused('PHOTO_DAMAGED', [damage, ...decoderMessages].join('\n'), { params });
}
