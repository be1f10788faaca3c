import type { Frame } from './frame.ts';
import { shrinkFrame } from './shrink-frame.ts';

export interface EncodedJpeg {
  bytes: Uint8Array;
  widthPx: number;
  heightPx: number;
}

/**
 * Share of the frame's long side, and JPEG quality, from best to worst. Quality is reduced first: down to 78 it does not affect
 * detectors, while every lost pixel removes small print. Below a fifth of the frame no facing is detectable.
 */
const steps = [
  [1, 92],
  [1, 85],
  [1, 78],
  [0.85, 78],
  [0.7, 78],
  [0.55, 78],
  [0.4, 75],
  [0.28, 70],
  [0.2, 60],
] as const;

/**
 * Encodes the frame as the best upright JPEG of at most `maxBytes`. Returns null when even the smallest step is too large.
 * The same frame and limit give the same bytes.
 */
export async function encodeJpeg(frame: Frame, maxBytes: number): Promise<EncodedJpeg | null> {
  const longSidePx = Math.max(frame.width, frame.height);
  for (const [share, quality] of steps) {
    const { data, info } = await shrinkFrame(frame, Math.max(1, Math.round(longSidePx * share)))
      .jpeg({ quality })
      .toBuffer({ resolveWithObject: true });
    if (data.length <= maxBytes) return { bytes: data, widthPx: info.width, heightPx: info.height };
  }
  return null;
}
