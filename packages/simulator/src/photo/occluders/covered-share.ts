import { apply, type Homography } from '../homography.ts';

/** Samples along each side of a place. */
const samples = 24;

/** Returns the share (0..1) of a place's area in the picture that an occluder hides. `toPixels` maps millimetres to pixels. */
export function coveredShare(
  opacity: Uint8Array,
  size: { width: number; height: number },
  toPixels: Homography,
  place: { xMm: number; yMm: number; widthMm: number; heightMm: number },
): number {
  let inside = 0;
  let hidden = 0;
  for (let j = 0; j < samples; j++)
    for (let i = 0; i < samples; i++) {
      const [x, y] = apply(toPixels, [
        place.xMm + ((i + 0.5) / samples) * place.widthMm,
        place.yMm + ((j + 0.5) / samples) * place.heightMm,
      ]);
      if (!(x >= 0 && y >= 0 && x < size.width && y < size.height)) continue;
      inside++;
      if ((opacity[Math.floor(y) * size.width + Math.floor(x)] ?? 0) > 127) hidden++;
    }
  return inside === 0 ? 0 : hidden / inside;
}
