import { type Problem, writeCell } from '../problem.ts';
import { type BayPlan, type ItemPlan, type ProductPlan, type ShelfPlan, slackMm } from './plan.ts';
import { timesOrNull } from './size-widths.ts';
import { writtenHeightMm } from './written-heights.ts';

/** Two blocks that share more of the smaller one cannot both be there. */
const overlapShare = 0.5;

/**
 * Holds written places against the written order: positions against x, against their neighbours' blocks, and against their
 * shelf. Bays have y down and shelves from the bottom up. Values that the file leaves out contradict nothing.
 */
export function checkPlaces(
  bays: readonly BayPlan[],
  products: readonly ProductPlan[],
  columns: Readonly<Record<'x' | 'y', string>>,
): Problem[] {
  const byId = new Map(products.map((product) => [product.id, product]));
  const fault = (column: 'x' | 'y', { line }: ItemPlan, message: string): Problem => ({
    path: writeCell(line, columns[column]),
    code: 'ROWS_DISAGREE',
    message: `“${columns[column]}” ${message}.`,
  });
  return bays.flatMap((bay) =>
    bay.shelves.flatMap((shelf) => [
      ...shelf.items.flatMap((item, i): Problem[] => {
        const before = shelf.items[i - 1];
        if (before === undefined) return [];
        if (isLeftOf(item, before)) {
          const message = `puts the position at ${round(item.xMm)} mm, but the position to its left, of line ${before.line}, is at ${round(before.xMm)} mm`;
          return [fault('x', item, message)];
        }
        const blocks = [blockOf(before, byId), blockOf(item, byId)] as const;
        if (overlapOf(...blocks) <= overlapShare) return [];
        const message = `puts the position from ${spanOf(blocks[1])} mm, but that of line ${before.line} is there, from ${spanOf(blocks[0])} mm`;
        return [fault('x', item, message)];
      }),
      ...shelf.items.flatMap((item): Problem[] => {
        const other = shelfAt(item, shelf, bay, byId);
        if (other === null) return [];
        const message = `puts the position’s lower edge at ${round(other.baseMm)} mm, but its shelf “${shelf.id}” is at ${round(shelf.yMm)} mm; at that height is shelf “${other.shelf.id}” at ${round(other.shelf.yMm)} mm`;
        return [fault('y', item, message)];
      }),
    ]),
  );
}

const isLeftOf = (item: ItemPlan, before: ItemPlan) =>
  item.xMm !== null && before.xMm !== null && item.xMm < before.xMm - slackMm;

/** Returns the other shelf of the bay on which, or beyond which, a position stands. */
function shelfAt(
  item: ItemPlan,
  own: ShelfPlan,
  bay: BayPlan,
  products: ReadonlyMap<string, ProductPlan>,
): { shelf: ShelfPlan; baseMm: number } | null {
  const heightMm = writtenHeightMm(item, products);
  if (item.yMm === null || heightMm === null || own.yMm === null) return null;
  const [ownMm, baseMm] = [own.yMm, item.yMm + heightMm];
  const isBeyond = ({ xMm, yMm }: ShelfPlan) =>
    yMm !== null &&
    xMm === own.xMm &&
    Math.abs(yMm - ownMm) > 3 * slackMm &&
    (yMm < ownMm ? baseMm <= yMm + slackMm : baseMm >= yMm - slackMm);
  const shelf = bay.shelves
    .filter(isBeyond)
    .toSorted((a, b) => Math.abs((a.yMm ?? 0) - baseMm) - Math.abs((b.yMm ?? 0) - baseMm))[0];
  return shelf === undefined ? null : { shelf, baseMm };
}

interface Block {
  x: readonly [number, number] | null;
  y: readonly [number, number] | null;
}

function blockOf(item: ItemPlan, products: ReadonlyMap<string, ProductPlan>): Block {
  const widthMm = item.widthMm ?? timesOrNull(products.get(item.productId)?.widthMm, item.facings.horizontal);
  return { x: span(item.xMm, widthMm), y: span(item.yMm, writtenHeightMm(item, products)) };
}

const span = (from: number | null, length: number | null) =>
  from === null || length === null ? null : ([from, from + length] as const);

/** Returns the shared part of two blocks' fronts, of the smaller; blocks without y stand on the same board. */
function overlapOf(a: Block, b: Block): number {
  if (a.x === null || b.x === null) return 0;
  return shareOf(a.x, b.x) * (a.y === null || b.y === null ? 1 : shareOf(a.y, b.y));
}

function shareOf([a0, a1]: readonly [number, number], [b0, b1]: readonly [number, number]): number {
  const shared = Math.min(a1, b1) - Math.max(a0, b0);
  return Math.max(0, shared) / Math.min(a1 - a0, b1 - b0);
}

const spanOf = ({ x }: Block) => `${round(x?.[0] ?? null)} to ${round(x?.[1] ?? null)}`;
const round = (value: number | null) => Math.round((value ?? 0) * 10) / 10;
