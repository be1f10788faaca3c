import { decodeUnconverted, type UnrotatedPhoto } from './decode/decode-unrotated.ts';
import { releaseFrame } from './frame.ts';
import { type FrameMeasures, measureFrame } from './measure/measure-frame.ts';

/**
 * Measures the stored values of a photo, whatever its embedded profile, so that the results are comparable with OpenCV.
 */
export async function measurePhoto(
  bytes: Uint8Array,
  photo: Pick<UnrotatedPhoto, 'frame' | 'halved' | 'colourConverted'>,
): Promise<FrameMeasures> {
  if (!photo.colourConverted) return measureFrame(photo.frame);
  const stored = await decodeUnconverted(bytes, photo);
  const measures = measureFrame(stored);
  releaseFrame(stored);
  return measures;
}
