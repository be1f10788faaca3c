import type { Texture } from './texture.ts';

/** A bay has some forty products, a chain's demo range under two hundred: about 1 MB each. */
const maxTextures = 240;
const textures = new Map<string, Promise<Texture>>();

/** Returns the texture of a key, drawn on first use. The oldest one leaves when the cache is full. */
export function cachedTexture(key: string, draw: () => Promise<Texture>): Promise<Texture> {
  const known = textures.get(key);
  if (known) return known;
  const drawn = draw();
  textures.set(key, drawn);
  const [oldest] = textures.keys();
  if (textures.size > maxTextures && oldest !== undefined) textures.delete(oldest);
  return drawn;
}
