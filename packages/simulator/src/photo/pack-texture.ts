import type { PackDesign } from '../art/pack-design.ts';
import { packSvg } from '../art/pack-svg.ts';
import { packshotSize } from '../art/packshot.ts';
import { type Texture, textureOfSvg } from './texture.ts';

/** A bay has some forty products, a chain's demo range under two hundred: about 1 MB each. */
const mostKept = 240;
const kept = new Map<string, Promise<Texture>>();

/** The pack's front as a texture; kept, because the same packs stand in every photo of a bay. */
export function packTexture(design: PackDesign): Promise<Texture> {
  return keep(`pack/${design.seed}`, () => {
    const { width, height } = packshotSize(design);
    return textureOfSvg(packSvg(design, width, height));
  });
}

/** Draws once and keeps; the oldest goes when there are too many. */
export function keep(key: string, draw: () => Promise<Texture>): Promise<Texture> {
  const known = kept.get(key);
  if (known) return known;
  const drawn = draw();
  kept.set(key, drawn);
  const [oldest] = kept.keys();
  if (kept.size > mostKept && oldest !== undefined) kept.delete(oldest);
  return drawn;
}
