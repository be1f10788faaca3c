import type { PackDesign } from '../art/pack-design.ts';
import { packSvg } from '../art/pack-svg.ts';
import { packshotSize } from '../art/packshot.ts';
import { cachedTexture } from './cached-texture.ts';
import { type Texture, textureOfSvg } from './texture.ts';

/** Returns the pack's front as a texture; cached, because the same packs stand in every photo of a bay. */
export function packTexture(design: PackDesign): Promise<Texture> {
  return cachedTexture(`pack/${design.seed}`, () => {
    const { width, height } = packshotSize(design);
    return textureOfSvg(packSvg(design, width, height));
  });
}
