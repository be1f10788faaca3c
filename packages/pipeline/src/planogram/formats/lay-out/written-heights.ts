import { assumed, type BayPlan, type ItemPlan, type ProductPlan, slackMm } from './plan.ts';
import { timesOrNull } from './size-widths.ts';

/** Where y is 0: at the bay's top with y down, or at the floor with y up. */
export type YOrigin = 'TOP' | 'FLOOR';

/** A shelf whose height the file states, by the board or by what stands on it. */
export interface WrittenHeight {
  shelf: BayPlan['shelves'][number];
  yMm: number;
  line: number;
  column: 'y' | 'shelf_y';
}

/** Returns the height of a block as written, or that of its product times its facings. */
export const writtenHeightMm = (item: ItemPlan, products: ReadonlyMap<string, ProductPlan>) =>
  item.heightMm ?? timesOrNull(products.get(item.productId)?.heightMm, item.facings.vertical);

/** Returns the heights that a bay's file states for its shelves, in the order of the shelves. */
export function writtenHeights(
  { shelves }: BayPlan,
  products: ReadonlyMap<string, ProductPlan>,
  origin: YOrigin,
): WrittenHeight[] {
  return shelves.flatMap((shelf): WrittenHeight[] => {
    if (shelf.yMm !== null) return [{ shelf, yMm: shelf.yMm, line: shelf.line, column: 'shelf_y' }];
    const bases = shelf.items.flatMap((item) =>
      item.yMm === null
        ? []
        : [
            {
              yMm: item.yMm + (origin === 'TOP' ? (writtenHeightMm(item, products) ?? 0) : 0),
              line: item.line,
            },
          ],
    );
    const lowest = bases.toSorted((a, b) => (origin === 'TOP' ? b.yMm - a.yMm : a.yMm - b.yMm))[0];
    return lowest === undefined ? [] : [{ shelf, ...lowest, column: 'y' }];
  });
}

/**
 * Returns the origin of y that the file proves, or null. Blocks stand on their board: the edge that lies on it, or that blocks
 * of different heights share, is the lower one.
 */
export function provenOrigin(
  bays: readonly BayPlan[],
  products: ReadonlyMap<string, ProductPlan>,
): YOrigin | null {
  const votes = { TOP: 0, FLOOR: 0 };
  for (const shelf of bays.flatMap((bay) => bay.shelves)) {
    const blocks = shelf.items.flatMap((item) => {
      const heightMm = writtenHeightMm(item, products);
      return item.yMm === null || heightMm === null || heightMm <= 3 * slackMm
        ? []
        : [{ yMm: item.yMm, endMm: item.yMm + heightMm, heightMm }];
    });
    const isOneOf = (edges: number[]) => edges.every((edge) => isNear(edge, shelf.yMm ?? edges[0] ?? 0));
    const isProof = shelf.yMm === null ? spread(blocks.map(({ heightMm }) => heightMm)) > 3 * slackMm : true;
    if (blocks.length === 0 || !isProof) continue;
    if (isOneOf(blocks.map(({ endMm }) => endMm))) votes.TOP += 1;
    if (isOneOf(blocks.map(({ yMm }) => yMm))) votes.FLOOR += 1;
  }
  if (votes.TOP > 0 && votes.FLOOR > 0) return null;
  return votes.FLOOR > 0 ? 'FLOOR' : votes.TOP > 0 ? 'TOP' : null;
}

/** Converts a bay whose y counts up from the floor to one whose y counts down from its top. */
export function turnUpsideDown(bay: BayPlan, products: ReadonlyMap<string, ProductPlan>): BayPlan {
  const heightMm =
    bay.heightMm ??
    Math.max(
      ...bay.shelves.flatMap((shelf) => [
        shelf.yMm ?? 0,
        ...shelf.items.map(
          (item) =>
            (item.yMm ?? shelf.yMm ?? 0) +
            (writtenHeightMm(item, products) ?? assumed.facingHeightMm * item.facings.vertical),
        ),
      ]),
    );
  const bases = new Map(writtenHeights(bay, products, 'FLOOR').map(({ shelf, yMm }) => [shelf, yMm]));
  return {
    ...bay,
    heightMm,
    shelves: bay.shelves.map((shelf) => {
      const base = bases.get(shelf);
      return {
        ...shelf,
        yMm: base === undefined ? null : heightMm - base,
        items: shelf.items.map((item) => {
          const blockMm = writtenHeightMm(item, products);
          return {
            ...item,
            // A block of unknown height stands on its board.
            yMm: item.yMm === null || blockMm === null ? null : heightMm - item.yMm - blockMm,
          };
        }),
      };
    }),
  };
}

const isNear = (a: number, b: number) => Math.abs(a - b) <= slackMm;
const spread = (values: number[]) => Math.max(...values) - Math.min(...values);
