import sharp from 'sharp';

/** Computes OpenCV's blur measure: variance of the 4-neighbour Laplacian of the grey picture, without borders. */
export async function laplacianVariance(jpeg: Uint8Array): Promise<number> {
  const { data, info } = await sharp(jpeg)
    .autoOrient()
    .greyscale()
    .raw()
    .toBuffer({ resolveWithObject: true });
  const { width, height } = info;
  let sum = 0;
  let squares = 0;
  for (let y = 1; y < height - 1; y++)
    for (let x = 1; x < width - 1; x++) {
      const i = y * width + x;
      const value =
        (data[i - 1] ?? 0) +
        (data[i + 1] ?? 0) +
        (data[i - width] ?? 0) +
        (data[i + width] ?? 0) -
        4 * (data[i] ?? 0);
      sum += value;
      squares += value * value;
    }
  const n = (width - 2) * (height - 2);
  return squares / n - (sum / n) ** 2;
}
