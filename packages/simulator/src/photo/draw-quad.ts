import { apply, type Homography, invert, type Point, unitSquareTo } from './homography.ts';
import type { Texture, TextureLevel } from './texture.ts';

/** The picture while it is composed: interleaved RGB, 8 bits. */
export interface Canvas {
  data: Uint8ClampedArray;
  width: number;
  height: number;
}

export type Corners = readonly [Point, Point, Point, Point];

/** Light on a quad from its top to its bottom, 1 = unchanged. */
export type Shade = Float32Array;

export const evenShade = (light: number): Shade => new Float32Array(2).fill(light);

/**
 * Draws a texture into four corners (top-left, top-right, bottom-right, bottom-left, in pixels), with one level of detail
 * for the whole quad: packs are small relative to the perspective. `fine` mixes two levels; packs in the dark need only the
 * nearest. Edges are feathered by a pixel.
 */
export function drawQuad(
  canvas: Canvas,
  texture: Texture,
  corners: Corners,
  shade: Shade,
  fine = true,
): void {
  const xs = corners.map((p) => p[0]);
  const ys = corners.map((p) => p[1]);
  const top = Math.max(0, Math.floor(Math.min(...ys) - 1));
  const bottom = Math.min(canvas.height - 1, Math.ceil(Math.max(...ys) + 1));
  if (bottom < top || Math.max(...xs) < 0 || Math.min(...xs) > canvas.width) return;

  const [p0, p1, p2, p3] = corners;
  const size = {
    widthPx: (distance(p0, p1) + distance(p3, p2)) / 2,
    heightPx: (distance(p0, p3) + distance(p1, p2)) / 2,
  };
  if (size.widthPx < 0.5 || size.heightPx < 0.5) return;
  const toUnit = invert(unitSquareTo(corners));
  const levels = levelsFor(texture, size.widthPx, size.heightPx, fine);
  const colour = new Float32Array(4);
  for (let y = top; y <= bottom; y++) {
    const span = spanAt(corners, y + 0.5);
    if (!span) continue;
    const first = Math.max(0, Math.floor(span[0] - 1));
    const last = Math.min(canvas.width - 1, Math.ceil(span[1] + 1));
    drawRow(canvas, y, first, last, toUnit, levels, size, shade, colour);
  }
}

interface Levels {
  near: TextureLevel;
  far: TextureLevel;
  /** Share of `far`, 0..1. */
  blend: number;
}

function drawRow(
  canvas: Canvas,
  y: number,
  first: number,
  last: number,
  h: Homography,
  { near, far, blend }: Levels,
  { widthPx, heightPx }: { widthPx: number; heightPx: number },
  shade: Shade,
  colour: Float32Array,
): void {
  const { data } = canvas;
  const shadeTop = shade.length - 1;
  let u = h[0] * (first + 0.5) + h[1] * (y + 0.5) + h[2];
  let v = h[3] * (first + 0.5) + h[4] * (y + 0.5) + h[5];
  let w = h[6] * (first + 0.5) + h[7] * (y + 0.5) + h[8];
  let at = (y * canvas.width + first) * 3;
  for (let x = first; x <= last; x++, at += 3, u += h[0], v += h[3], w += h[6]) {
    const s = u / w;
    const t = v / w;
    const edge = Math.min((s < 0.5 ? s : 1 - s) * widthPx, (t < 0.5 ? t : 1 - t) * heightPx) + 0.5;
    if (edge <= 0) continue;
    colour[0] = 0;
    colour[1] = 0;
    colour[2] = 0;
    colour[3] = 0;
    addSample(near, s, t, 1 - blend, colour);
    if (blend > 0) addSample(far, s, t, blend, colour);
    const cover = Math.min(edge, 1);
    const under = 1 - ((colour[3] ?? 0) * cover) / 255;
    if (under >= 1) continue;
    const own = (shade[Math.max(0, Math.min(shadeTop, (t * shadeTop + 0.5) | 0))] ?? 1) * cover;
    data[at] = (colour[0] ?? 0) * own + (data[at] ?? 0) * under;
    data[at + 1] = (colour[1] ?? 0) * own + (data[at + 1] ?? 0) * under;
    data[at + 2] = (colour[2] ?? 0) * own + (data[at + 2] ?? 0) * under;
  }
}

const distance = (a: Point, b: Point): number => Math.hypot(a[0] - b[0], a[1] - b[1]);

/** Closer to one level than this, the other level is invisible. */
const negligibleBlend = 0.2;

/** Returns the two sizes of the texture between which the quad lies. */
function levelsFor(texture: Texture, widthPx: number, heightPx: number, fine: boolean): Levels {
  const [full] = texture.levels;
  if (!full) throw new RangeError('texture without levels');
  const detail = Math.log2(Math.sqrt((full.width * full.height) / (widthPx * heightPx)));
  const level = Math.max(0, Math.min(texture.levels.length - 1, detail));
  const at = (index: number): TextureLevel =>
    texture.levels[Math.min(texture.levels.length - 1, index)] ?? full;
  const nearest = Math.round(level);
  if (!fine || Math.abs(level - nearest) < negligibleBlend)
    return { near: at(nearest), far: at(nearest), blend: 0 };
  return { near: at(Math.floor(level)), far: at(Math.floor(level) + 1), blend: level - Math.floor(level) };
}

/** Adds a bilinear sample, clamped at the edges. */
function addSample(
  { data, width, height }: TextureLevel,
  s: number,
  t: number,
  weight: number,
  into: Float32Array,
): void {
  const fx = Math.max(0, Math.min(width - 1, s * width - 0.5));
  const fy = Math.max(0, Math.min(height - 1, t * height - 0.5));
  const x = fx | 0;
  const y = fy | 0;
  const dx = fx - x;
  const dy = (fy - y) * weight;
  const up = weight - dy;
  const a = (y * width + x) * 4;
  const b = x + 1 < width ? a + 4 : a;
  const down = y + 1 < height ? width * 4 : 0;
  const c = a + down;
  const d = b + down;
  const wb = dx * up;
  const wa = up - wb;
  const wd = dx * dy;
  const wc = dy - wd;
  into[0] =
    (into[0] ?? 0) + (data[a] ?? 0) * wa + (data[b] ?? 0) * wb + (data[c] ?? 0) * wc + (data[d] ?? 0) * wd;
  into[1] =
    (into[1] ?? 0) +
    (data[a + 1] ?? 0) * wa +
    (data[b + 1] ?? 0) * wb +
    (data[c + 1] ?? 0) * wc +
    (data[d + 1] ?? 0) * wd;
  into[2] =
    (into[2] ?? 0) +
    (data[a + 2] ?? 0) * wa +
    (data[b + 2] ?? 0) * wb +
    (data[c + 2] ?? 0) * wc +
    (data[d + 2] ?? 0) * wd;
  into[3] =
    (into[3] ?? 0) +
    (data[a + 3] ?? 0) * wa +
    (data[b + 3] ?? 0) * wb +
    (data[c + 3] ?? 0) * wc +
    (data[d + 3] ?? 0) * wd;
}

/** Returns the span in which a horizontal line crosses the quad; null when they do not cross. */
function spanAt(corners: Corners, y: number): [number, number] | null {
  let left = Number.POSITIVE_INFINITY;
  let right = Number.NEGATIVE_INFINITY;
  for (let i = 0; i < 4; i++) {
    const [ax, ay] = corners[i] ?? [0, 0];
    const [bx, by] = corners[(i + 1) % 4] ?? [0, 0];
    const low = Math.min(ay, by) - 0.5;
    const high = Math.max(ay, by) + 0.5;
    if (y < low || y > high) continue;
    const along = ay === by ? 0.5 : Math.max(0, Math.min(1, (y - ay) / (by - ay)));
    for (const x of ay === by ? [ax, bx] : [ax + (bx - ax) * along]) {
      left = Math.min(left, x);
      right = Math.max(right, x);
    }
  }
  return left <= right ? [left, right] : null;
}

/** Maps the unit square's corners through a homography. */
export const cornersOf = (
  plane: Homography,
  x: number,
  y: number,
  width: number,
  height: number,
): Corners => [
  apply(plane, [x, y]),
  apply(plane, [x + width, y]),
  apply(plane, [x + width, y + height]),
  apply(plane, [x, y + height]),
];
