import type { Planogram, Position, Slot } from '../planogram/model.ts';
import { slotsOf } from '../planogram/model.ts';
import type { Detection, Realogram } from '../realogram.ts';
import { scaleAndShift } from './align/registration.ts';
import { facingAt } from './random-bay.testing.ts';

/**
 * Makes a bay for tests from text: one row per shelf, from the top down; a letter is a product, the number behind it its facings.
 * `smallBay('A2 B', 'C D3')` has A and B above C and D. Products are 100 x 200 mm, boards 300 mm apart.
 */
export function smallBay(...rows: string[]): Planogram {
  const shelves = rows.map((_, i) => ({
    id: `shelf ${rows.length - i}`,
    number: rows.length - i,
    xMm: 0,
    yMm: 250 + 300 * i,
    widthMm: 1000,
    heightMm: 30,
  }));
  const positions = rows.flatMap((row, i): Position[] => {
    let xMm = 0;
    return row.split(' ').map((word, k) => {
      const horizontal = Number(word.slice(1) || 1);
      const position: Position = {
        id: `${rows.length - i}.${k + 1}`,
        productId: word.charAt(0),
        shelfNumber: rows.length - i,
        sequence: k + 1,
        xMm,
        yMm: 50 + 300 * i,
        widthMm: 100 * horizontal,
        heightMm: 200,
        facings: { horizontal, vertical: 1, depth: 1 },
        orientation: 'front',
      };
      xMm += 100 * horizontal;
      return position;
    });
  });
  return {
    widthMm: 1000,
    heightMm: 300 * rows.length,
    shelves: shelves.toReversed(),
    positions: positions.toSorted((a, b) => a.shelfNumber - b.shelfNumber || a.sequence - b.sequence),
    products: [...new Set(positions.map((position) => position.productId))].toSorted().map((id) => ({
      id,
      sku: id,
      gtin: null,
      name: `Product ${id}`,
      brand: null,
      category: null,
      widthMm: 100,
      heightMm: 200,
      depthMm: null,
    })),
  };
}

/** The camera of the small bay's photo: the bay fills the photo up to a margin. */
export const cameraOf = ({ widthMm, heightMm }: Planogram): number[] =>
  scaleAndShift(0.9 / widthMm, 0.9 / heightMm, 0.05, 0.05);

/** Returns the realogram in which `see` maps every planned facing to a detection, several, or none. */
export function realogramOf(
  planogram: Planogram,
  see: (facing: Detection, slot: Slot) => Detection | Detection[] | null,
): Realogram {
  const camera = cameraOf(planogram);
  const detections = planogram.positions
    .flatMap(slotsOf)
    .flatMap((slot) => see(facingAt(slot, camera), slot) ?? []);
  return { detections, planogramToPhoto: null, truncated: false };
}

/** Moves a facing this many millimetres right and up, or changes its product. */
export function moved(facing: Detection, planogram: Planogram, rightMm: number, upMm = 0): Detection {
  const [scaleX = 1, , , , scaleY = 1] = cameraOf(planogram);
  const [x, y, width, height] = facing.box;
  return { ...facing, box: [x + rightMm * scaleX, y - upMm * scaleY, width, height] };
}
