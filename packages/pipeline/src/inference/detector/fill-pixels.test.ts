import { expect, test } from 'vitest';
import { noiseFrame } from '../../images/drawn-frames.testing.ts';
import { fillPixels, type PixelTarget } from './fill-pixels.ts';
import { type Fit, letterbox, stretch } from './fit.ts';

const frame = noiseFrame(37, 23);
const unit = [1 / 255, 1 / 255, 1 / 255] as const;
const none = [0, 0, 0] as const;
const target = (width: number, height: number, changes: Partial<PixelTarget> = {}): PixelTarget => ({
  data: new Float32Array(width * height * 3).fill(-1),
  width,
  height,
  isPlanar: true,
  gain: unit,
  bias: none,
  ...changes,
});

/** The value at one input pixel, by the definition of bilinear interpolation between pixel centres. */
function expected({ window, ...fit }: Fit, x: number, y: number, channel: number): number {
  if (x < fit.left || x >= fit.left + fit.width || y < fit.top || y >= fit.top + fit.height) return 114 / 255;
  const clamp = (value: number, length: number) => Math.min(length - 1, Math.max(0, value));
  const u = clamp((x - fit.left + 0.5) / fit.scaleX - 0.5, window.width);
  const v = clamp((y - fit.top + 0.5) / fit.scaleY - 0.5, window.height);
  let sum = 0;
  for (const [dx, dy] of [
    [0, 0],
    [1, 0],
    [0, 1],
    [1, 1],
  ] as const) {
    const column = window.x + clamp(Math.floor(u) + dx, window.width);
    const row = window.y + clamp(Math.floor(v) + dy, window.height);
    const weight = (dx ? u % 1 : 1 - (u % 1)) * (dy ? v % 1 : 1 - (v % 1));
    sum += (frame.data[(row * frame.width + column) * 3 + channel] ?? 0) * weight;
  }
  return sum / 255;
}

test.each([
  ['a letterbox that shrinks', letterbox({ x: 0, y: 0, width: 37, height: 23 }, { width: 16, height: 16 })],
  ['a letterbox that enlarges', letterbox({ x: 0, y: 0, width: 37, height: 23 }, { width: 64, height: 48 })],
  ['a tall window', letterbox({ x: 5, y: 2, width: 7, height: 20 }, { width: 16, height: 24 })],
  ['a stretched tile', stretch({ x: 10, y: 3, width: 16, height: 16 }, { width: 16, height: 16 })],
])('%s has the pixels of a bilinear resize, and grey around', (_, fit) => {
  const width = fit.left === 0 ? fit.width : 16;
  const height = fit.top === 0 ? fit.height : fit.height + 2 * fit.top;
  const filled = target(width, height);
  fillPixels(frame, fit, filled);
  for (let y = 0; y < height; y++)
    for (let x = 0; x < width; x++)
      for (let c = 0; c < 3; c++)
        expect(filled.data[(c * height + y) * width + x]).toBeCloseTo(expected(fit, x, y, c), 5);
});

test('interleaved bytes are the same picture, rounded', () => {
  const fit = letterbox({ x: 0, y: 0, width: 37, height: 23 }, { width: 20, height: 20 });
  const planar = target(20, 20);
  const bytes = target(20, 20, {
    data: new Uint8Array(1200),
    isPlanar: false,
    gain: [1, 1, 1],
    bias: [0.5, 0.5, 0.5],
  });
  fillPixels(frame, fit, planar);
  fillPixels(frame, fit, bytes);
  for (let i = 0; i < 400; i++)
    for (let c = 0; c < 3; c++)
      expect(bytes.data[i * 3 + c]).toBe(Math.floor((planar.data[c * 400 + i] ?? 0) * 255 + 0.5 + 1e-4));
});
