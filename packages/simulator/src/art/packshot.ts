import { openDrawing } from './open-drawing.ts';
import type { PackDesign } from './pack-design.ts';
import { packSvg } from './pack-svg.ts';

/** A reference image: the undistorted front of a product on white. `data` is interleaved sRGB as in the pipeline's Frame. */
export interface Packshot {
  frame: { data: Uint8Array; width: number; height: number };
  png: Uint8Array;
}

/** Long side of a reference image, as of thumbnail-sized product pictures in trade data pools. */
const longSidePx = 560;

/** Returns the pixels of a reference image with the proportions of the product. */
export function packshotSize({ widthMm, heightMm }: { widthMm: number; heightMm: number }): {
  width: number;
  height: number;
} {
  const scale = longSidePx / Math.max(widthMm, heightMm);
  return { width: Math.round(widthMm * scale), height: Math.round(heightMm * scale) };
}

/** Renders the reference image of a product. */
export async function renderPackshot({ design }: { design: PackDesign }): Promise<Packshot> {
  const { width, height } = packshotSize(design);
  const image = openDrawing(packSvg(design, width, height)).flatten({ background: '#ffffff' });
  const [data, png] = await Promise.all([
    image.clone().removeAlpha().raw().toBuffer(),
    image.clone().png({ compressionLevel: 6 }).toBuffer(),
  ]);
  return { frame: { data: new Uint8Array(data), width, height }, png: new Uint8Array(png) };
}
