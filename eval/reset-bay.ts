import type { Planogram, Position } from '@gondola/pipeline/planogram';
import { clearanceOf, type DemoBay, type DemoProduct, type Random } from '@gondola/simulator';

/** A product's block on a shelf, before its location is known. */
interface Block {
  product: DemoProduct;
  stack: number;
  facings: number;
}

type Change = (rows: Block[][], bay: DemoBay, random: Random) => boolean;

/** A reset of a bay touches a few products, seldom the whole assortment. */
const changesPerReset = { min: 4, max: 8 };
const maxFacings = 5;
const headroomMm = 10;

/**
 * Returns the next version of a bay, as after a category reset. Changes are moves to another shelf, swaps of neighbours,
 * delistings, substitutions and facings shifted between neighbours. The other blocks of a changed shelf move along.
 */
export function resetBay(bay: DemoBay, label: string, random: Random): DemoBay {
  const known = new Map(bay.products.map((product) => [product.id, product]));
  const rows = bay.planogram.shelves.map(({ number }) =>
    bay.planogram.positions
      .filter(({ shelfNumber }) => shelfNumber === number)
      .flatMap(({ productId, facings }): Block[] => {
        const product = known.get(productId);
        return product === undefined
          ? []
          : [{ product, stack: facings.vertical, facings: facings.horizontal }];
      }),
  );
  const wanted = random.whole(changesPerReset.min, changesPerReset.max);
  for (let made = 0, tries = 0; made < wanted && tries < 100; tries++)
    if (random.pick(changes)(rows, bay, random)) made += 1;
  const positions = rows.flatMap((row, i) => laidOut(row, i + 1, bay.planogram));
  const products = [...new Map(rows.flat().map(({ product }) => [product.id, product])).values()];
  const plain = products.map(({ design: _, ...product }) => product);
  return { ...bay, label, products, planogram: { ...bay.planogram, positions, products: plain } };
}

const swap: Change = (rows, _bay, random) => {
  const row = random.pick(rows);
  const at = random.whole(0, Math.max(0, row.length - 2));
  const [first, second] = [row[at], row[at + 1]];
  if (first === undefined || second === undefined) return false;
  row.splice(at, 2, second, first);
  return true;
};

const move: Change = (rows, bay, random) => {
  const from = random.pick(rows);
  const to = random.pick(rows);
  const block = random.pick(from);
  const stack = fitting(block.product, rows.indexOf(to) + 1, bay.planogram, block.stack);
  if (from === to || from.length < 3 || stack < 1) return false;
  from.splice(from.indexOf(block), 1);
  to.splice(random.whole(0, to.length), 0, { ...block, stack, facings: 1 });
  return true;
};

const delist: Change = (rows, _bay, random) => {
  const row = random.pick(rows);
  if (row.length < 3) return false;
  row.splice(random.whole(0, row.length - 1), 1);
  return true;
};

/** Replaces an article by a new one of the same make. */
const substitute: Change = (rows, _bay, random) => {
  const row = random.pick(rows);
  const at = random.whole(0, row.length - 1);
  const block = row[at];
  if (block === undefined || block.product.id.endsWith('-new')) return false;
  const { product } = block;
  row[at] = { ...block, product: { ...product, id: `${product.id}-new`, name: `${product.name} new` } };
  return true;
};

const shiftFacings: Change = (rows, _bay, random) => {
  const row = random.pick(rows);
  const giver = random.pick(row);
  const taker = random.pick(row);
  if (giver === taker || giver.facings < 2 || taker.facings >= maxFacings) return false;
  giver.facings -= 1;
  taker.facings += 1;
  return true;
};

const changes: readonly Change[] = [swap, move, delist, substitute, shiftFacings];

const fitting = (product: DemoProduct, shelfNumber: number, planogram: Planogram, stack: number): number =>
  Math.min(stack, Math.floor((clearanceOf(planogram, shelfNumber) - headroomMm) / product.heightMm));

/** Lays a row out over the same width as before, from left to right; removes or adds facings until the row fits. */
function laidOut(row: readonly Block[], shelfNumber: number, planogram: Planogram): Position[] {
  const before = planogram.positions.filter((position) => position.shelfNumber === shelfNumber);
  const shelf = planogram.shelves.find(({ number }) => number === shelfNumber);
  if (shelf === undefined) throw new RangeError(`no shelf ${shelfNumber}`);
  const startMm = Math.min(...before.map(({ xMm }) => xMm));
  const roomMm = Math.max(...before.map(({ xMm, widthMm }) => xMm + widthMm)) - startMm;
  const blocks = row.map((block) => ({ ...block }));
  const usedMm = () => blocks.reduce((sum, { product, facings }) => sum + facings * product.widthMm, 0);
  while (usedMm() > roomMm) {
    const widest = blocks.toSorted((a, b) => b.facings - a.facings)[0];
    if (widest !== undefined && widest.facings > 1) widest.facings -= 1;
    else blocks.pop();
  }
  for (;;) {
    const spareMm = roomMm - usedMm();
    const open = blocks.find(({ product, facings }) => facings < maxFacings && product.widthMm <= spareMm);
    if (open === undefined) break;
    open.facings += 1;
  }
  const slackMm = (roomMm - usedMm()) / blocks.reduce((sum, { facings }) => sum + facings, 0);
  let xMm = startMm;
  return blocks.map(({ product, stack, facings }, i) => {
    const widthMm = facings * (product.widthMm + slackMm);
    const heightMm = product.heightMm * stack;
    const position: Position = {
      id: `${shelfNumber}-${String(i + 1).padStart(2, '0')}`,
      productId: product.id,
      shelfNumber,
      sequence: i + 1,
      xMm,
      yMm: shelf.yMm - heightMm,
      widthMm,
      heightMm,
      facings: { horizontal: facings, vertical: stack, depth: 3 },
      orientation: 'front',
    };
    xMm += widthMm;
    return position;
  });
}
