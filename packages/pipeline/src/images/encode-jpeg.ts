import type { Frame } from './frame.ts';
import { shrinkFrame } from './shrink-frame.ts';

export interface EncodedJpeg {
  bytes: Uint8Array;
  widthPx: number;
  heightPx: number;
}

/**
 * Share of the frame's long side, and JPEG quality, from the best to the last resort. Quality goes first: down to 78 a
 * detector sees nothing of it, while every lost pixel takes small print away. Below a fifth of the frame there is no
 * facing left to find.
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
 * The frame as an upright JPEG of at most `maxBytes`, as good as fits; null when even the smallest step is too large.
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
