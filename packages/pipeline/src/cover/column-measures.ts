import { railRows } from './rail-columns.ts';

/**
 * Returns the root mean square of the colour difference of the values `from` to `to` of two columns, one of them in other light:
 * lightness, of which Lab has 16 less than is proportional to the root of the light, and colour grow by the gain alike.
 */
export function colourDifference(
  a: Float32Array,
  b: Float32Array,
  from: number,
  to: number,
  gain = 1,
): number {
  let squares = 0;
  for (let k = from; k < to; k += 3) {
    const l = (a[k] ?? 0) + 16 - gain * ((b[k] ?? 0) + 16);
    const u = (a[k + 1] ?? 0) - gain * (b[k + 1] ?? 0);
    const v = (a[k + 2] ?? 0) - gain * (b[k + 2] ?? 0);
    squares += l * l + u * u + v * v;
  }
  return Math.sqrt(squares / ((to - from) / 3));
}

/** Returns the mean lightness of the rail. */
export const lightOf = (column: Float32Array): number => meanLight(column, 0, railRows);

/** Returns how much darker it is under the rail. */
export const stepOf = (column: Float32Array): number =>
  lightOf(column) - meanLight(column, railRows, column.length / 3);

function meanLight(column: Float32Array, from: number, to: number): number {
  let sum = 0;
  for (let row = from; row < to; row++) sum += column[row * 3] ?? 0;
  return sum / (to - from);
}
