import type { Derivative } from './derivatives.ts';
import type { FrameMeasures } from './measure/measure-frame.ts';
import type { PhotoFormat } from './photo-format.ts';

/** The result of preprocessing a photo, before inference. */
export interface PhotoReading extends FrameMeasures {
  format: PhotoFormat;
  /** Pixels of the upright photo. */
  widthPx: number;
  heightPx: number;
  takenAt: string | null;
  /** Warnings of the decoder, verbatim; empty for nearly all photos. */
  warnings: string[];
  display: Derivative;
  thumbnail: Derivative;
}
