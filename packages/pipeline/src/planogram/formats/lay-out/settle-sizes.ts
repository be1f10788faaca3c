import { type Problem, writeCell } from '../problem.ts';
import type { BayPlan, ItemPlan, ProductPlan } from './plan.ts';

export interface SettledSizes {
  /** Sizes of items are those of the whole block. */
  bays: BayPlan[];
  notes: string[];
  problems: Problem[];
}

/** One of the two sizes of a front, with the names of its fields. */
interface Side {
  size: 'widthMm' | 'heightMm';
  facings: 'horizontal' | 'vertical';
  column: 'w' | 'h';
  name: string;
}

const sides: readonly Side[] = [
  { size: 'widthMm', facings: 'horizontal', column: 'w', name: 'width' },
  { size: 'heightMm', facings: 'vertical', column: 'h', name: 'height' },
];

/** Sizes of one product that differ by less are the same. */
const slackShare = 0.02;

/** A statement about a size, as two rows or a row and its product prove it. */
interface Proof {
  item: ItemPlan;
  isOfOne: boolean;
  sizeMm: number;
  against: string;
}

/**
 * Decides by the rows whether a position's width and height are those of the block or of one pack: a product with different
 * numbers of facings, or with a size of its own, proves it. Proofs of both are a problem with both values, except in a column
 * that is the block's by definition: drawing programs squeeze and nest packs, and an export of such a drawing reads back.
 */
export function settleSizes(
  bays: readonly BayPlan[],
  products: readonly ProductPlan[],
  columns: Readonly<Record<'w' | 'h', string>>,
  isOfBlockByName: (column: 'w' | 'h') => boolean,
): SettledSizes {
  const settled: SettledSizes = { bays: [...bays], notes: [], problems: [] };
  for (const side of sides) {
    const proofs = prove(bays, products, side);
    const ofOne = proofs.find(({ isOfOne }) => isOfOne);
    const ofBlock = proofs.find(({ isOfOne }) => !isOfOne);
    if (ofOne === undefined) continue;
    if (ofBlock !== undefined) {
      if (isOfBlockByName(side.column)) continue;
      settled.problems.push(contradiction(ofOne, ofBlock, columns[side.column]));
    } else {
      settled.bays = settled.bays.map((bay) => multiply(bay, side));
      settled.notes.push(
        `“${columns[side.column]}” is the ${side.name} of one pack, as line ${ofOne.item.line} and ${ofOne.against} show.`,
      );
    }
  }
  return settled;
}

function prove(bays: readonly BayPlan[], products: readonly ProductPlan[], side: Side): Proof[] {
  const { size, facings } = side;
  const items = bays.flatMap((bay) => bay.shelves.flatMap((shelf) => shelf.items));
  const written = items.filter((item) => item[size] !== null && item.orientation === 'front');
  const byProduct = Map.groupBy(written, ({ productId }) => productId);
  const sizes = new Map(products.map((product) => [product.id, product[size]]));
  return [...byProduct].flatMap(([productId, held]) => {
    const first = held[0];
    const productMm = sizes.get(productId) ?? null;
    return held.flatMap((item): Proof[] => {
      const sizeMm = item[size] ?? 0;
      const n = item.facings[facings];
      const judge = (oneMm: number, blockMm: number, against: string): Proof[] =>
        isSame(sizeMm, oneMm) === isSame(sizeMm, blockMm)
          ? []
          : [{ item, sizeMm, against, isOfOne: isSame(sizeMm, oneMm) }];
      if (productMm !== null) return judge(productMm, productMm * n, `the product’s ${side.name}`);
      if (first === undefined || first.facings[facings] === n) return [];
      const firstMm = first[size] ?? 0;
      return judge(firstMm, (firstMm / first.facings[facings]) * n, `line ${first.line}`);
    });
  });
}

const isSame = (a: number, b: number) => Math.abs(a - b) <= slackShare * Math.max(a, b);

function multiply(bay: BayPlan, { size, facings }: Side): BayPlan {
  const whole = (item: ItemPlan): ItemPlan => {
    const sizeMm = item[size];
    return sizeMm === null ? item : { ...item, [size]: sizeMm * item.facings[facings] };
  };
  return { ...bay, shelves: bay.shelves.map((shelf) => ({ ...shelf, items: shelf.items.map(whole) })) };
}

const contradiction = (ofOne: Proof, ofBlock: Proof, column: string): Problem => ({
  path: writeCell(ofOne.item.line, column),
  code: 'ROWS_DISAGREE',
  message: `“${column}” is ${round(ofOne.sizeMm)} mm, the size of one pack by ${ofOne.against}; in line ${ofBlock.item.line} it is ${round(ofBlock.sizeMm)} mm, the size of the block by ${ofBlock.against}.`,
});

const round = (value: number) => Math.round(value * 10) / 10;
