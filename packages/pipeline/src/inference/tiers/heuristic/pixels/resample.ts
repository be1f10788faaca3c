import type { Frame } from '../../../../images/frame.ts';
import type { LabImage } from './lab-image.ts';

/** Shrinks by averaging areas so that the long side is at most `maxLongSidePx`; a smaller frame is returned as it is. */
export function shrinkFrame(frame: Frame, maxLongSidePx: number): Frame {
  const scale = Math.min(1, maxLongSidePx / Math.max(frame.width, frame.height, 1));
  if (scale >= 1) return frame;
  const width = Math.max(1, Math.round(frame.width * scale));
  const height = Math.max(1, Math.round(frame.height * scale));
  const data = new Uint8Array(width * height * 3);
  areaAverage(frame, frame.width, frame.height, width, height, data);
  return { width, height, data };
}

/** Resamples to exactly `width` x `height` by averaging areas (nearest pixels when it grows). */
export function resizeLab(image: LabImage, width: number, height: number): LabImage {
  const data = new Float32Array(width * height * 3);
  areaAverage(image, image.width, image.height, width, height, data);
  return { width, height, data };
}

/** Copies the rectangle, which must lie inside the frame. */
export function cropFrame(frame: Frame, left: number, top: number, right: number, bottom: number): Frame {
  const width = right - left;
  const height = bottom - top;
  const data = new Uint8Array(width * height * 3);
  for (let y = 0; y < height; y++) {
    const from = ((top + y) * frame.width + left) * 3;
    data.set(frame.data.subarray(from, from + width * 3), y * width * 3);
  }
  return { width, height, data };
}

/** Writes to every output pixel the weighted mean of the source area under it; separable, rows first. */
function areaAverage(
  source: { data: Uint8Array | Float32Array },
  sourceWidth: number,
  sourceHeight: number,
  width: number,
  height: number,
  out: Uint8Array | Float32Array,
): void {
  const columns = spans(sourceWidth, width);
  const rows = spans(sourceHeight, height);
  const pixels = source.data;
  const stride = sourceWidth * 3;
  const line = new Float32Array(stride);
  let o = 0;
  for (let y = 0; y < height; y++) {
    line.fill(0);
    const firstRow = rows.first[y] ?? 0;
    for (let k = 0; k < rows.maxWeights; k++) {
      const weight = rows.weights[y * rows.maxWeights + k] ?? 0;
      if (weight === 0) break;
      const from = (firstRow + k) * stride;
      if (pixels instanceof Uint8Array) addBytes(line, pixels, from, weight);
      else addFloats(line, pixels, from, weight);
    }
    for (let x = 0; x < width; x++) {
      let a = 0;
      let b = 0;
      let c = 0;
      let i = (columns.first[x] ?? 0) * 3;
      for (let w = x * columns.maxWeights; w < (x + 1) * columns.maxWeights; w++, i += 3) {
        const weight = columns.weights[w] ?? 0;
        if (weight === 0) break;
        a += weight * (line[i] ?? 0);
        b += weight * (line[i + 1] ?? 0);
        c += weight * (line[i + 2] ?? 0);
      }
      out[o] = a;
      out[o + 1] = b;
      out[o + 2] = c;
      o += 3;
    }
  }
}

// Two copies on purpose: one function for both array types would run at a fraction of the speed.

function addBytes(line: Float32Array, pixels: Uint8Array, from: number, weight: number): void {
  for (let i = 0; i < line.length; i++) line[i] = (line[i] ?? 0) + weight * (pixels[from + i] ?? 0);
}

function addFloats(line: Float32Array, pixels: Float32Array, from: number, weight: number): void {
  for (let i = 0; i < line.length; i++) line[i] = (line[i] ?? 0) + weight * (pixels[from + i] ?? 0);
}

/** For every target index the source indices under it: `maxWeights` weights each, those past the last one 0. */
interface Spans {
  maxWeights: number;
  first: Int32Array;
  weights: Float32Array;
}

function spans(source: number, target: number): Spans {
  const ratio = source / target;
  const maxWeights = ratio <= 1 ? 1 : Math.ceil(ratio) + 1;
  const first = new Int32Array(target);
  const weights = new Float32Array(target * maxWeights);
  for (let i = 0; i < target; i++) {
    const from = i * ratio;
    const start = Math.min(source - 1, Math.floor(from));
    first[i] = start;
    if (ratio <= 1) {
      weights[i] = 1;
      continue;
    }
    const to = Math.min(source, from + ratio);
    const last = Math.max(start, Math.min(source - 1, Math.ceil(to) - 1));
    const total = Math.max(1e-9, Math.min(to, last + 1) - from);
    for (let s = start; s <= last && s - start < maxWeights; s++)
      weights[i * maxWeights + s - start] = (Math.min(to, s + 1) - Math.max(from, s)) / total;
  }
  return { maxWeights, first, weights };
}
