import sharp from 'sharp';
import { createRandom } from '../random.ts';
import type { Canvas } from './draw-quad.ts';

/** Effects of lens, light and sensor on the scene. */
export interface Exposure {
  /** Gaussian blur of the lens in pixels; 0 for none. */
  blurPx: number;
  /** Overall light, 1 = as drawn. */
  gain: number;
  /** Ratio of light at the bottom to light at the top. */
  fall: number;
  /** Location of a lamp's highlight (0..1 of the picture), and its strength. */
  lamp: { x: number; y: number; strength: number };
  /** Gains of red, green and blue. */
  cast: readonly [number, number, number];
  /** Darkening of the corners, 0..1. */
  vignette: number;
  /** Deviation of the noise in 8-bit steps. */
  noise: number;
  /** Contrast: 1 leaves the tones unchanged, higher values darken darks and lighten lights. */
  contrast: number;
}

const noiseTableSize = 1 << 15;
const noiseTable = ((): Float32Array => {
  const random = createRandom('noise');
  return Float32Array.from({ length: noiseTableSize }, () => random.normal());
})();

/** Applies lens, light and sensor to the scene; returns interleaved sRGB of the same size. */
export async function develop(canvas: Canvas, exposure: Exposure, seed: string): Promise<Uint8Array> {
  const { width, height } = canvas;
  const { data: drawn } = canvas;
  const scene =
    exposure.blurPx >= 0.3
      ? await sharp(drawn, { raw: { width, height, channels: 3 } })
          .blur(exposure.blurPx)
          .raw()
          .toBuffer()
      : drawn;
  const out = new Uint8Array(width * height * 3);
  const curve = toneCurve(exposure.contrast);
  const across = Float32Array.from({ length: width }, (_, x) => ((x + 0.5) / width - exposure.lamp.x) ** 2);
  const dx2 = Float32Array.from({ length: width }, (_, x) => ((2 * (x + 0.5)) / width - 1) ** 2);
  const random = createRandom(`develop/${seed}`);
  const { cast, noise } = exposure;
  for (let y = 0, at = 0; y < height; y++) {
    const v = (y + 0.5) / height;
    const ramp = exposure.gain * (1 + (exposure.fall - 1) * v);
    const lampY = (v - exposure.lamp.y) ** 2 * 1.5;
    const dy2 = (2 * v - 1) ** 2;
    // A new offset in the table for every row, because repeated noise is visible.
    let grain = random.whole(0, noiseTableSize - 1);
    for (let x = 0; x < width; x++) {
      const lamp = 1 + exposure.lamp.strength / (1 + 9 * ((across[x] ?? 0) + lampY));
      const light = ramp * lamp * (1 - (exposure.vignette * ((dx2[x] ?? 0) + dy2)) / 2);
      for (let c = 0; c < 3; c++, at++) {
        grain = (grain + 1) & (noiseTableSize - 1);
        const value = (scene[at] ?? 0) * light * (cast[c] ?? 1) + (noiseTable[grain] ?? 0) * noise;
        out[at] = curve[value < 0 ? 0 : value > 383 ? 1535 : (value * 4) | 0] ?? 0;
      }
    }
  }
  return out;
}

/** Returns the tone curve of a camera: 0..383 in quarter steps to 0..255, a gentle S with a soft shoulder. */
function toneCurve(contrast: number): Uint8Array {
  return Uint8Array.from({ length: 1536 }, (_, i) => {
    const x = i / 4 / 255;
    const s = x < 1 ? x + (contrast - 1) * (x - 0.5) * 4 * x * (1 - x) : x;
    const shoulder = s > 0.8 ? 0.8 + 0.2 * Math.tanh((s - 0.8) / 0.22) : s;
    return Math.round(255 * Math.max(0, Math.min(1, shoulder)));
  });
}
