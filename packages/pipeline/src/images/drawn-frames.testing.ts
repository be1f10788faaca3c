import type { Frame } from './frame.ts';

/** Test frames drawn by formula, identical on every machine; OpenCV measured the same pixels from the same formulas. */

/** Returns random values of a linear congruential generator (the constants of rand in ANSI C). */
export function noiseFrame(width: number, height: number): Frame {
  const data = new Uint8Array(width * height * 3);
  let state = width * 1000 + height;
  for (let i = 0; i < data.length; i++) {
    state = (Math.imul(state, 1103515245) + 12345) & 0x7fffffff;
    data[i] = (state >> 16) & 255;
  }
  return { data, width, height };
}

/** Returns stripes, a chequerboard and a product pattern in the three channels. */
export function patternFrame(width: number, height: number): Frame {
  return drawFrame(width, height, (x, y) => [
    (x * 5 + y) % 256,
    (Math.floor(x / 8) + Math.floor(y / 6)) % 2 === 0 ? 230 : 40,
    (x * y) % 256,
  ]);
}

/** Returns soft colours without edges, which JPEG and CMYK change little. */
export function softFrame(width: number, height: number): Frame {
  return drawFrame(width, height, (x, y) => [
    80 + (x / width) * 100,
    90 + (y / height) * 90,
    100 + ((x + y) / (width + height)) * 60,
  ]);
}

export function drawFrame(
  width: number,
  height: number,
  colourAt: (x: number, y: number) => readonly [number, number, number],
): Frame {
  const data = new Uint8Array(width * height * 3);
  for (let y = 0; y < height; y++) {
    for (let x = 0; x < width; x++) data.set(colourAt(x, y), (y * width + x) * 3);
  }
  return { data, width, height };
}

/** Returns the mean and the maximum difference of channel values between two frames of the same size. */
export function frameDifference(one: Frame, other: Frame): { mean: number; max: number } {
  if (one.width !== other.width || one.height !== other.height) return { mean: Infinity, max: Infinity };
  let sum = 0;
  let max = 0;
  for (const [i, value] of one.data.entries()) {
    const difference = Math.abs(value - (other.data[i] ?? Infinity));
    sum += difference;
    if (difference > max) max = difference;
  }
  return { mean: sum / one.data.length, max };
}
