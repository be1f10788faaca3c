import { decodeUnconverted, type StoredPhoto } from '../decode-stored.ts';
import { releaseFrame } from '../frame.ts';
import { type FrameMeasures, measureFrame } from './measure-frame.ts';

/** The measures of a photo's stored values, whatever profile is embedded: those that OpenCV's users know. */
export async function measurePhoto(
  bytes: Uint8Array,
  photo: Pick<StoredPhoto, 'frame' | 'colourConverted'>,
): Promise<FrameMeasures> {
  if (!photo.colourConverted) return measureFrame(photo.frame);
  const stored = await decodeUnconverted(bytes);
  const measures = measureFrame(stored);
  releaseFrame(stored);
  return measures;
}
