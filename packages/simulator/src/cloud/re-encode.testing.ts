import sharp from 'sharp';

interface Pixels {
  data: Uint8Array;
  width: number;
  height: number;
}

/** Returns the pixels after encoding as a smaller JPEG and decoding: interleaved RGB. */
export async function reEncode(
  { data, width, height }: Pixels,
  { share, quality }: { share: number; quality: number },
): Promise<Pixels> {
  const jpeg = await sharp(data, { raw: { width, height, channels: 3 } })
    .resize({ width: Math.round(width * share) })
    .jpeg({ quality })
    .toBuffer();
  const raw = await sharp(jpeg).raw().toBuffer({ resolveWithObject: true });
  return { data: new Uint8Array(raw.data), width: raw.info.width, height: raw.info.height };
}
