import type { Frame } from './frame.ts';

/**
 * Variance of the Laplacian of the grey photo, as OpenCV computes it:
 * `cv2.Laplacian(cv2.cvtColor(rgb, COLOR_RGB2GRAY), cv2.CV_64F).var()`. High is sharp; below about 100 is blurred.
 * The value does not depend on the photo's orientation. All sums are exact integers, so it is the same everywhere.
 */
export function sharpness(frame: Frame): number {
  const { data, width, height } = frame;
  // Three grey rows suffice: the one above, the one itself, the one below.
  let above = new Uint8Array(width);
  let here = new Uint8Array(width);
  let below = new Uint8Array(width);
  greyRow(data, 0, width, here);
  greyRow(data, Math.min(1, height - 1) * width * 3, width, below);
  // BORDER_REFLECT_101: the row above the first is the second; a single row is its own neighbour.
  above.set(below);

  let sum = 0;
  let sumOfSquares = 0;
  for (let y = 0; y < height; y++) {
    // Sums stay whole far below 2^53: a Laplacian is at most 1020, its square about 10^6.
    let centre = here[0] as number;
    let left = here[Math.min(1, width - 1)] as number;
    for (let x = 0; x < width; x++) {
      // Past the last pixel the row runs backwards: its neighbour there is the one to its left.
      const right = x + 1 < width ? (here[x + 1] as number) : left;
      const laplacian = (above[x] as number) + (below[x] as number) + left + right - 4 * centre;
      sum += laplacian;
      sumOfSquares += laplacian * laplacian;
      left = centre;
      centre = right;
    }
    const next = above;
    above = here;
    here = below;
    below = next;
    if (y + 2 < height) greyRow(data, (y + 2) * width * 3, width, below);
    else below.set(above);
  }
  const pixels = width * height;
  const mean = sum / pixels;
  return sumOfSquares / pixels - mean * mean;
}

/** OpenCV's RGB2GRAY: the weights 0.299, 0.587, 0.114 in 15-bit fixed point, rounded. */
function greyRow(rgb: Uint8Array, start: number, width: number, grey: Uint8Array): void {
  for (let x = 0, at = start; x < width; x++, at += 3) {
    grey[x] =
      (9798 * (rgb[at] as number) +
        19235 * (rgb[at + 1] as number) +
        3735 * (rgb[at + 2] as number) +
        16384) >>
      15;
  }
}
