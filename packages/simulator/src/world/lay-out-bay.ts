import type { Planogram, Position, Shelf } from '@gondola/pipeline/planogram';
import { createRandom } from '../random.ts';
import { type DemoProduct, productsOf } from './demo-product.ts';
import type { Assortment } from './range.ts';

/** Thickness of a board with its price rail. */
const boardMm = 38;
/** Between the tallest pack of a shelf and the board above it. */
const headroomMm = 45;
/** Distance of products from the uprights. */
const sideMm = 8;
/** Share of shelves that end with room for one more facing of the last product. */
const freeEndShare = 0.35;
/** Limit of facings of one variant: more are rare outside promotions. */
const maxFacings = 4;

interface Row {
  product: DemoProduct;
  stack: number;
  facings: number;
}

export interface BayLayout {
  planogram: Planogram;
  products: DemoProduct[];
}

/** Fills a bay's shelves with an assortment. `seed` decides the facings; the same seed gives the same plan. */
export function layOutBay(assortment: Assortment, seed: string): BayLayout {
  const random = createRandom(`layout/${assortment.category}/${seed}`);
  const widthMm = assortment.bayWidthMm;
  let nextItem = 1;
  const rows = assortment.shelves.map((ranges) => {
    const row: Row[] = ranges.flatMap((range) => {
      const variants = productsOf(range, assortment.category, assortment.code, nextItem);
      nextItem += range.flavours.length;
      return variants.map((product) => ({ product, stack: range.stack ?? 1, facings: 1 }));
    });
    const roomMm =
      widthMm - 2 * sideMm - (random.chance(freeEndShare) ? (row.at(-1)?.product.widthMm ?? 0) + 12 : 0);
    return { roomMm, row: widen(row, roomMm, random) };
  });

  const clearances = rows.map(
    ({ row }) => Math.max(...row.map((r) => r.product.heightMm * r.stack)) + headroomMm,
  );
  const heightMm = clearances.reduce((sum, c) => sum + c + boardMm, 0);
  const shelves: Shelf[] = [];
  const positions: Position[] = [];
  let bottomMm = heightMm;
  rows.forEach(({ row, roomMm }, i) => {
    const number = i + 1;
    const boardTopMm = bottomMm - boardMm;
    shelves.push({ id: `S${number}`, number, xMm: 0, yMm: boardTopMm, widthMm, heightMm: boardMm });
    positions.push(...placed(row, number, boardTopMm, roomMm));
    bottomMm = boardTopMm - (clearances[i] ?? 0);
  });
  const products = rows.flatMap(({ row }) => row.map((r) => r.product));
  return {
    products,
    planogram: {
      widthMm,
      heightMm,
      shelves,
      positions,
      products: products.map(({ design: _, ...product }) => product),
    },
  };
}

/** Adds facings until no pack fits any more. */
function widen(row: Row[], roomMm: number, random: ReturnType<typeof createRandom>): Row[] {
  const fitting: Row[] = [];
  let usedMm = 0;
  for (const r of row) {
    if (usedMm + r.product.widthMm > roomMm) break;
    usedMm += r.product.widthMm;
    fitting.push({ ...r });
  }
  for (;;) {
    const open = fitting.filter((r) => r.facings < maxFacings && usedMm + r.product.widthMm <= roomMm);
    if (open.length === 0) return fitting;
    const chosen = random.pick(open);
    chosen.facings += 1;
    usedMm += chosen.product.widthMm;
  }
}

/** Places the products and spreads the remaining space evenly between the facings. */
function placed(row: Row[], shelfNumber: number, boardTopMm: number, roomMm: number): Position[] {
  const columns = row.reduce((sum, r) => sum + r.facings, 0);
  const usedMm = row.reduce((sum, r) => sum + r.facings * r.product.widthMm, 0);
  const slackMm = (roomMm - usedMm) / columns;
  let xMm = sideMm;
  return row.map((r, i) => {
    const position: Position = {
      id: `${shelfNumber}-${String(i + 1).padStart(2, '0')}`,
      productId: r.product.id,
      shelfNumber,
      sequence: i + 1,
      xMm: round(xMm),
      yMm: round(boardTopMm - r.product.heightMm * r.stack),
      widthMm: round(r.facings * (r.product.widthMm + slackMm)),
      heightMm: r.product.heightMm * r.stack,
      facings: { horizontal: r.facings, vertical: r.stack, depth: 3 },
      orientation: 'front',
    };
    xMm += position.widthMm;
    return position;
  });
}

const round = (mm: number): number => Math.round(mm * 10) / 10;
