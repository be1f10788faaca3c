import type { Frame } from '../../../../images/frame.ts';
import { heuristicSettings } from '../settings.ts';

/**
 * CIE L*a*b* (D65), interleaved L, a, b, rows from the top. a and b are stretched by `chromaWeight`, so that a
 * plain sum over the three channels already weighs colour against brightness. `data.length === width * height * 3`.
 */
export interface LabImage {
  width: number;
  height: number;
  data: Float32Array;
}

/** 8-bit sRGB to linear light (IEC 61966-2-1). */
const linear = Float32Array.from({ length: 256 }, (_, v) => {
  const c = v / 255;
  return c <= 0.04045 ? c / 12.92 : ((c + 0.055) / 1.055) ** 2.4;
});

/** CIE f(t) on 0..1.1 in 4096 steps: a cube root per pixel would cost more than the rest of the conversion. */
const rootSteps = 4096;
const rootScale = (rootSteps - 2) / 1.1;
const root = Float32Array.from({ length: rootSteps }, (_, i) => {
  const t = i / rootScale;
  return t > 216 / 24389 ? Math.cbrt(t) : (24389 / 27) * (t / 116) + 16 / 116;
});

const at = (table: Float32Array, i: number): number => table[i] ?? 0;

/** Converts a frame to Lab. Total: any frame, including an empty one, gives an image of the same size. */
export function toLab(frame: Frame): LabImage {
  const { width, height, data } = frame;
  const out = new Float32Array(width * height * 3);
  const chroma = heuristicSettings.chromaWeight;
  for (let i = 0; i < out.length; i += 3) {
    const r = at(linear, data[i] ?? 0);
    const g = at(linear, data[i + 1] ?? 0);
    const b = at(linear, data[i + 2] ?? 0);
    // sRGB to XYZ divided by the D65 white point.
    const x = at(root, (((0.4124564 * r + 0.3575761 * g + 0.1804375 * b) / 0.95047) * rootScale) | 0);
    const y = at(root, ((0.2126729 * r + 0.7151522 * g + 0.072175 * b) * rootScale) | 0);
    const z = at(root, (((0.0193339 * r + 0.119192 * g + 0.9503041 * b) / 1.08883) * rootScale) | 0);
    out[i] = 116 * y - 16;
    out[i + 1] = 500 * (x - y) * chroma;
    out[i + 2] = 200 * (y - z) * chroma;
  }
  return { width, height, data: out };
}
