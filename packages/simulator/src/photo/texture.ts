import { openDrawing } from '../art/open-drawing.ts';

/** A picture with its mipmap levels, each half the size of the one before: premultiplied RGBA, 8 bits. */
export interface Texture {
  levels: TextureLevel[];
}

export interface TextureLevel {
  data: Uint8Array;
  width: number;
  height: number;
}

/** Creates a texture from interleaved RGBA that is not premultiplied. */
export function textureOf(rgba: Uint8Array, width: number, height: number): Texture {
  const data = new Uint8Array(rgba.length);
  for (let i = 0; i < rgba.length; i += 4) {
    const alpha = rgba[i + 3] ?? 0;
    data[i] = Math.round(((rgba[i] ?? 0) * alpha) / 255);
    data[i + 1] = Math.round(((rgba[i + 1] ?? 0) * alpha) / 255);
    data[i + 2] = Math.round(((rgba[i + 2] ?? 0) * alpha) / 255);
    data[i + 3] = alpha;
  }
  const levels: TextureLevel[] = [{ data, width, height }];
  for (let last = levels[0]; last && last.width > 2 && last.height > 2; ) {
    last = halved(last);
    levels.push(last);
  }
  return { levels };
}

/** Rasterises an SVG document as a texture. */
export async function textureOfSvg(svg: string): Promise<Texture> {
  const { data, info } = await openDrawing(svg).ensureAlpha().raw().toBuffer({ resolveWithObject: true });
  return textureOf(data, info.width, info.height);
}

function halved({ data, width, height }: TextureLevel): TextureLevel {
  const w = width >> 1;
  const h = height >> 1;
  const half = new Uint8Array(w * h * 4);
  const stride = width * 4;
  for (let y = 0, out = 0; y < h; y++) {
    for (let x = 0, at = y * 2 * stride; x < w; x++, at += 8) {
      for (let c = 0; c < 4; c++, out++) {
        const i = at + c;
        half[out] =
          ((data[i] ?? 0) + (data[i + 4] ?? 0) + (data[i + stride] ?? 0) + (data[i + stride + 4] ?? 0) + 2) >>
          2;
      }
    }
  }
  return { data: half, width: w, height: h };
}
