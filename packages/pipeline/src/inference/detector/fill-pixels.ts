import type { Frame } from '../../images/frame.ts';
import type { Fit } from './fit.ts';

/** Of the model's input: what is filled, how it is laid out and what a pixel's value becomes (value * gain + bias). */
export interface PixelTarget {
  data: Float32Array | Uint8Array;
  width: number;
  height: number;
  isPlanar: boolean;
  /** By channel. Bytes are rounded by the array itself, downwards: give a bias of 0.5. */
  gain: readonly [number, number, number];
  bias: readonly [number, number, number];
}

/** The grey that detectors know as "nothing": 114 of 255 in training. */
export const paddingGrey = 114;

/**
 * Writes a window of a frame into a model's input in one pass: bilinear by pixel centres, padded with grey.
 * A few milliseconds for 640 x 640, whatever the frame's size.
 */
export function fillPixels(frame: Frame, fit: Fit, target: PixelTarget): void {
  const { data: out, width, height, isPlanar, gain, bias } = target;
  const pad = gain.map((g, c) => paddingGrey * g + (bias[c] ?? 0));
  padAround(fit, target, pad);

  const { window } = fit;
  const pixels = frame.data;
  const step = isPlanar ? 1 : 3;
  const plane = isPlanar ? width * height : 1;
  const [red, green, blue] = gain;
  const [redBias, greenBias, blueBias] = bias;
  const columns = samples(fit.width, fit.scaleX, window.x, window.width);
  const rows = samples(fit.height, fit.scaleY, window.y, window.height);
  for (let y = 0; y < fit.height; y++) {
    const upper = (rows.first[y] as number) * frame.width * 3;
    const lower = (rows.second[y] as number) * frame.width * 3;
    const down = rows.weight[y] as number;
    const up = 1 - down;
    let to = ((y + fit.top) * width + fit.left) * step;
    for (let x = 0; x < fit.width; x++, to += step) {
      const first = (columns.first[x] as number) * 3;
      const second = (columns.second[x] as number) * 3;
      const right = columns.weight[x] as number;
      const left = 1 - right;
      const a = left * up;
      const b = right * up;
      const c = left * down;
      const d = right * down;
      const p = upper + first;
      const q = upper + second;
      const r = lower + first;
      const s = lower + second;
      out[to] =
        ((pixels[p] as number) * a +
          (pixels[q] as number) * b +
          (pixels[r] as number) * c +
          (pixels[s] as number) * d) *
          red +
        redBias;
      out[to + plane] =
        ((pixels[p + 1] as number) * a +
          (pixels[q + 1] as number) * b +
          (pixels[r + 1] as number) * c +
          (pixels[s + 1] as number) * d) *
          green +
        greenBias;
      out[to + 2 * plane] =
        ((pixels[p + 2] as number) * a +
          (pixels[q + 2] as number) * b +
          (pixels[r + 2] as number) * c +
          (pixels[s + 2] as number) * d) *
          blue +
        blueBias;
    }
  }
}

/** For each input pixel the two window pixels it lies between, and how near it is to the second. */
function samples(count: number, scale: number, start: number, length: number) {
  const first = new Int32Array(count);
  const second = new Int32Array(count);
  const weight = new Float64Array(count);
  for (let i = 0; i < count; i++) {
    const at = Math.min(length - 1, Math.max(0, (i + 0.5) / scale - 0.5));
    const whole = Math.floor(at);
    first[i] = start + whole;
    second[i] = start + Math.min(length - 1, whole + 1);
    weight[i] = at - whole;
  }
  return { first, second, weight };
}

function padAround(fit: Fit, { data, width, height, isPlanar }: PixelTarget, pad: readonly number[]): void {
  const right = fit.left + fit.width;
  const bottom = fit.top + fit.height;
  const fill = (from: number, to: number) => {
    if (isPlanar)
      for (const [c, value] of pad.entries())
        data.fill(value, c * width * height + from, c * width * height + to);
    else for (let i = from * 3; i < to * 3; i++) data[i] = pad[i % 3] as number;
  };
  fill(0, fit.top * width);
  fill(bottom * width, height * width);
  if (fit.left === 0 && right === width) return;
  for (let y = fit.top; y < bottom; y++) {
    fill(y * width, y * width + fit.left);
    fill(y * width + right, (y + 1) * width);
  }
}
