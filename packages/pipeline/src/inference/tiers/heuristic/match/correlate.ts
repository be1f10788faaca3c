import { boxSum } from '../pixels/integral-image.ts';
import type { LabImage } from '../pixels/lab-image.ts';
import { copyToMemory, dotAt } from '../pixels/window-dot.ts';
import type { RectifiedLevel } from '../rectify/rectified-bay.ts';

/** A reference at one size with zero mean per channel, ready to be correlated with the bay. */
export interface Template {
  width: number;
  height: number;
  /** Address of its values: interleaved, zero mean per channel. */
  at: number;
  energy: number;
}

/** Pixel noise in Lab units per channel; prevents matches of flat places. */
const noise = 2;

export function correlationTemplate(image: LabImage): Template {
  const { width, height } = image;
  const values = Float32Array.from(image.data);
  const n = width * height;
  let energy = 0;
  for (let k = 0; k < 3; k++) {
    let sum = 0;
    for (let i = k; i < values.length; i += 3) sum += values[i] ?? 0;
    const mean = sum / n;
    for (let i = k; i < values.length; i += 3) {
      const v = (values[i] ?? 0) - mean;
      values[i] = v;
      energy += v * v;
    }
  }
  return { width, height, at: copyToMemory(values), energy: energy + 3 * noise * noise * n };
}

/**
 * Returns the normalised cross-correlation (-1..1) of the template with the level at top-left pixel (x, y). The three
 * channels count jointly, so a pattern in the wrong colour lowers the result. Returns -1 when it does not lie wholly inside.
 */
export function correlate(level: RectifiedLevel, template: Template, x: number, y: number): number {
  const { width, height } = template;
  const { image, integral } = level;
  if (x < 0 || y < 0 || x + width > image.width || y + height > image.height) return -1;
  const n = width * height;
  const l = boxSum(integral, 0, x, y, x + width, y + height);
  const a = boxSum(integral, 1, x, y, x + width, y + height);
  const b = boxSum(integral, 2, x, y, x + width, y + height);
  const squares = boxSum(integral, 3, x, y, x + width, y + height);
  const energy = Math.max(0, squares - (l * l + a * a + b * b) / n) + 3 * noise * noise * n;
  return dotAt(level, x, y, template) / Math.sqrt(energy * template.energy);
}
