import type { LabImage } from '../pixels/lab-image.ts';

/** The difference of two references of the same size, pixel by pixel, and their common part. */
export interface Contrast {
  /** one - other and their mean, every channel's own mean taken out; interleaved. */
  difference: Float32Array;
  common: Float32Array;
  differenceEnergy: number;
  commonEnergy: number;
  /** Cosine of the two references, -1..1: near 1 they are one design in two flavours. */
  designSimilarity: number;
}

/** Computes the contrast of two references. Returns null when they differ in size. */
export function contrastOf(one: LabImage, other: LabImage): Contrast | null {
  if (one.width !== other.width || one.height !== other.height) return null;
  const a = centred(one.data);
  const b = centred(other.data);
  const difference = new Float32Array(a.length);
  const common = new Float32Array(a.length);
  let [dot, aa, bb, dd, cc] = [0, 1e-6, 1e-6, 1e-6, 1e-6];
  for (let i = 0; i < a.length; i++) {
    const x = a[i] ?? 0;
    const y = b[i] ?? 0;
    difference[i] = x - y;
    common[i] = (x + y) / 2;
    dot += x * y;
    aa += x * x;
    bb += y * y;
    dd += (x - y) * (x - y);
    cc += ((x + y) / 2) ** 2;
  }
  return {
    difference,
    common,
    differenceEnergy: dd,
    commonEnergy: cc,
    designSimilarity: dot / Math.sqrt(aa * bb),
  };
}

/**
 * Returns which of the two stands at (x, y): +1 is the first, -1 the other, 0 undecided. This is a matched filter. The photo
 * is scaled to the references' contrast by their common part and projected on their difference. Only pixels in which the two
 * differ count, in proportion to the difference.
 */
export function variantContrast(
  image: LabImage,
  contrast: Contrast,
  width: number,
  x: number,
  y: number,
): number {
  const { difference, common, differenceEnergy, commonEnergy } = contrast;
  const height = difference.length / 3 / width;
  if (x < 0 || y < 0 || x + width > image.width || y + height > image.height) return 0;
  // Difference and common part have zero mean per channel: the photo's own means drop out of both sums.
  let along = 0;
  let projected = 0;
  let crosswise = 0;
  let t = 0;
  for (let j = 0; j < height; j++) {
    let p = ((y + j) * image.width + x) * 3;
    for (const end = t + width * 3; t < end; t++, p++) {
      const seen = image.data[p] ?? 0;
      along += seen * (common[t] ?? 0);
      projected += seen * (difference[t] ?? 0);
      crosswise += (common[t] ?? 0) * (difference[t] ?? 0);
    }
  }
  const gain = Math.max(0.3, Math.min(2, along / commonEnergy));
  return Math.max(-1, Math.min(1, (2 * (projected / gain - crosswise)) / differenceEnergy));
}

function centred(data: Float32Array): Float32Array {
  const out = Float32Array.from(data);
  for (let k = 0; k < 3; k++) {
    let sum = 0;
    for (let i = k; i < out.length; i += 3) sum += out[i] ?? 0;
    const mean = sum / Math.max(1, out.length / 3);
    for (let i = k; i < out.length; i += 3) out[i] = (out[i] ?? 0) - mean;
  }
  return out;
}
