import sharp from 'sharp';

interface Pixels {
  data: Uint8Array;
  width: number;
  height: number;
}

/** Interleaved RGB after a round through a smaller JPEG. */
export async function encodedAs(
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
