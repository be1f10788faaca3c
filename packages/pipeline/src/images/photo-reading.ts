import { maxInferenceLongSidePx } from '../inference/inference-size.ts';
import { decodeOnce } from './decode-once.ts';
import type { Derivative } from './derivatives.ts';
import type { FrameMeasures } from './measure/measure-frame.ts';
import type { PhotoFormat } from './photo-format.ts';

/** Everything that is to be known of a photo before anyone looks at the shelf on it. */
export interface PhotoReading extends FrameMeasures {
  format: PhotoFormat;
  /** Pixels of the upright photo. */
  widthPx: number;
  heightPx: number;
  takenAt: string | null;
  /** What the decoder had to say, in its words; empty for nearly all photos. */
  warnings: string[];
  display: Derivative;
  thumbnail: Derivative;
}

/** Rejects as decodeStored does. */
export async function readPhoto(bytes: Uint8Array): Promise<PhotoReading> {
  return (await decodeOnce(bytes, { maxInferenceLongSidePx })).reading;
}
