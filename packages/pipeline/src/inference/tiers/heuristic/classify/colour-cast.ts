import type { Contender } from '../match/compare-variants.ts';
import { resizeLab } from '../pixels/resample.ts';
import type { RectifiedBay } from '../rectify/rectified-bay.ts';
import { meanCells } from '../templates/grid-pattern.ts';

/** The change of the references' colours by this photo's light and camera: gain and offset for L, a and b. */
export interface ColourCast {
  gains: [number, number, number];
  offsets: [number, number, number];
}

const shape = { columns: 3, rows: 4 };
const cells = shape.columns * shape.rows;
export const noCast: ColourCast = { gains: [1, 1, 1], offsets: [0, 0, 0] };
/** Fewer packs than this do not separate the cast from the print. */
const minPacks = 4;
/** Shade falls on packs unevenly: a difference of brightness counts half. */
const lightWeight = 0.5;

/** Fits the colour cast by least squares over packs whose identity is sure. */
export function colourCast(bay: RectifiedBay, sure: readonly Contender[]): ColourCast {
  if (sure.length < minPacks) return noCast;
  const cast: ColourCast = { gains: [1, 1, 1], offsets: [0, 0, 0] };
  const pairs = sure.map((c) => [expectedCells(c), seenCells(bay, c)] as const);
  for (const k of [0, 1, 2] as const) {
    let n = 0;
    let sx = 0;
    let sy = 0;
    let sxx = 0;
    let sxy = 0;
    for (const [expected, seen] of pairs)
      for (let i = k; i < expected.length; i += 3) {
        const x = expected[i] ?? 0;
        const y = seen[i] ?? 0;
        n++;
        sx += x;
        sy += y;
        sxx += x * x;
        sxy += x * y;
      }
    const spread = n * sxx - sx * sx;
    const gain = spread > 1e-6 ? (n * sxy - sx * sy) / spread : 1;
    cast.gains[k] = Math.max(0.4, Math.min(1.6, gain));
    cast.offsets[k] = (sy - cast.gains[k] * sx) / n;
  }
  return cast;
}

/** Returns the mean colour difference (stretched Lab units) between the photo and the reference under this photo's light. */
export function colourDistance(bay: RectifiedBay, cast: ColourCast, contender: Contender): number {
  const expected = expectedCells(contender);
  const seen = seenCells(bay, contender);
  let sum = 0;
  for (let i = 0; i < cells * 3; i += 3) {
    const l = (seen[i] ?? 0) - cast.gains[0] * (expected[i] ?? 0) - cast.offsets[0];
    const a = (seen[i + 1] ?? 0) - cast.gains[1] * (expected[i + 1] ?? 0) - cast.offsets[1];
    const b = (seen[i + 2] ?? 0) - cast.gains[2] * (expected[i + 2] ?? 0) - cast.offsets[2];
    sum += Math.hypot(lightWeight * l, a, b);
  }
  return sum / cells;
}

const expectedCells = ({ image }: Contender): Float32Array =>
  resizeLab(image, shape.columns, shape.rows).data;

function seenCells(bay: RectifiedBay, { image, x, y }: Contender): Float32Array {
  const values = new Float32Array(cells * 3);
  meanCells(bay.fine.integral, shape, x, y, image.width, image.height, values);
  return values;
}
