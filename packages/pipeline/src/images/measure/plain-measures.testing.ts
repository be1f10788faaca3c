import type { Frame } from '../frame.ts';
import type { FrameMeasures } from './measure-frame.ts';

/** Computes the measures by their definitions, one pixel at a time, as the reference for the compiled module. */
export function plainMeasures(frame: Frame): FrameMeasures {
  const { width, height } = frame;
  const grey = greyOf(frame);
  const at = (x: number, y: number) => grey[reflect(y, height) * width + reflect(x, width)] as number;
  let sum = 0;
  let squares = 0;
  for (let y = 0; y < height; y++) {
    for (let x = 0; x < width; x++) {
      const laplacian = at(x, y - 1) + at(x, y + 1) + at(x - 1, y) + at(x + 1, y) - 4 * at(x, y);
      sum += laplacian;
      squares += laplacian * laplacian;
    }
  }
  const pixels = width * height;
  return {
    sharpness: squares / pixels - (sum / pixels) ** 2,
    meanGrey: grey.reduce((total, value) => total + value, 0) / pixels,
    darkShare: grey.filter((value) => value < 16).length / pixels,
    glareShare: (burntBlocks(grey, width, height) * 256) / pixels,
  };
}

/** Returns greys by the weights 0.299, 0.587, 0.114 in 15-bit fixed point, rounded. */
function greyOf({ data, width, height }: Frame): Uint8Array {
  return Uint8Array.from({ length: width * height }, (_, i) => {
    const [red = 0, green = 0, blue = 0] = data.subarray(i * 3, i * 3 + 3);
    return (9798 * red + 19235 * green + 3735 * blue + 16384) >> 15;
  });
}

/**
 * Returns the index by BORDER_REFLECT_101: the border is mirrored without repeating the edge; a single pixel is its own
 * neighbour.
 */
function reflect(i: number, length: number): number {
  if (length === 1) return 0;
  if (i < 0) return -i;
  return i < length ? i : 2 * length - 2 - i;
}

function burntBlocks(grey: Uint8Array, width: number, height: number): number {
  let burnt = 0;
  for (let top = 0; top + 16 <= height; top += 16)
    for (let left = 0; left + 16 <= width; left += 16) {
      const rows = Array.from({ length: 16 }, (_, y) => (top + y) * width + left);
      if (rows.every((start) => grey.subarray(start, start + 16).every((value) => value >= 250))) burnt += 1;
    }
  return burnt;
}
