import type { Random } from '../random.ts';
import type { DemoBay } from '../world/demo-bay.ts';
import type { DemoProduct } from '../world/demo-product.ts';
import { foreignProducts } from '../world/foreign-products.ts';
import type { DeviationKind } from './deviation.ts';
import type { PositionTruth } from './position-truth.ts';
import { type Run, runInPlaceOf } from './run.ts';
import type { StockedPosition } from './stocked-position.ts';

type ApplyDeviation = (
  target: StockedPosition,
  all: StockedPosition[],
  bay: DemoBay,
  random: Random,
) => StockedPosition[] | null;

/** Applies one deviation to `target`; returns the positions that changed, or null when the deviation is impossible there. */
export function deviate(
  kind: DeviationKind,
  target: StockedPosition,
  all: StockedPosition[],
  bay: DemoBay,
  random: Random,
): StockedPosition[] | null {
  return applyByKind[kind](target, all, bay, random);
}

const applyByKind: Record<DeviationKind, ApplyDeviation> = {
  missing: (target) => {
    settle(target, [], { verdict: 'MISSING', ...gone, foundProductId: null });
    return [target];
  },

  short: (target, _all, _bay, random) => {
    const run = soleRun(target);
    if (run.columns < 2) return null;
    const left = random.whole(1, run.columns - 1);
    const fromRight = random.chance(0.5);
    const xMm = fromRight ? run.xMm : run.xMm + (run.columns - left) * run.columnWidthMm;
    settle(target, [{ ...run, columns: left, xMm }], { verdict: 'FACINGS_SHORT', facingsSeen: left });
    return [target];
  },

  /** Adds one facing in the free space beside the position. */
  over: (target, all, { planogram }) => {
    const run = soleRun(target);
    const endMm = run.xMm + run.columns * run.columnWidthMm;
    const next = neighbourOf(target, all, 1)?.position.xMm ?? planogram.widthMm;
    if (next - endMm < run.columnWidthMm) return null;
    settle(target, [{ ...run, columns: run.columns + 1 }], {
      verdict: 'FACINGS_OVER',
      facingsSeen: run.columns + 1,
    });
    return [target];
  },

  /**
   * Spreads the product into one facing of its right or left neighbour. The neighbour is short; the spreading product, which
   * has all its own facings, is a match.
   */
  spread: (target, all) => {
    const run = soleRun(target);
    for (const side of [1, -1] as const) {
      const neighbour = neighbourOf(target, all, side);
      if (!neighbour || neighbour.settled) continue;
      const other = soleRun(neighbour);
      if (other.columns < 2 || run.product.widthMm > other.columnWidthMm) continue;
      const taken: Run = {
        ...run,
        columns: 1,
        columnWidthMm: other.columnWidthMm,
        xMm: side === 1 ? other.xMm : other.xMm + (other.columns - 1) * other.columnWidthMm,
      };
      const rest: Run = {
        ...other,
        columns: other.columns - 1,
        xMm: side === 1 ? other.xMm + other.columnWidthMm : other.xMm,
      };
      settle(target, [run, taken], { verdict: 'MATCH', facingsSeen: run.columns });
      settle(neighbour, [rest], { verdict: 'FACINGS_SHORT', facingsSeen: rest.columns });
      return [target, neighbour];
    }
    return null;
  },

  /** Swaps two neighbours: both products are present, on their own shelf, but in the wrong position. */
  swapped: (target, all) => {
    const neighbour = neighbourOf(target, all, 1);
    if (!neighbour || neighbour.settled) return null;
    const [first, second] = [soleRun(target), soleRun(neighbour)];
    const secondFirst = { ...second, xMm: first.xMm };
    const firstSecond = { ...first, xMm: first.xMm + second.columns * second.columnWidthMm };
    const changed = { verdict: 'MISPLACED', inRightPlace: false } as const;
    settle(target, [secondFirst], { ...changed, foundProductId: second.product.id });
    settle(neighbour, [firstSecond], { ...changed, foundProductId: first.product.id });
    return [target, neighbour];
  },

  /** Moves the product to the position of another product on another shelf; its own position is empty. */
  misplaced: (target, all, bay, random) => {
    const { product } = soleRun(target);
    for (const other of random.shuffled(all)) {
      if (other.settled || other.position.shelfNumber === target.position.shelfNumber) continue;
      const run = runInPlaceOf(other.position, product, bay.planogram);
      if (!run) continue;
      settle(target, [], {
        verdict: 'MISPLACED',
        facingsSeen: run.columns,
        onRightShelf: false,
        inRightPlace: false,
        foundProductId: null,
      });
      settle(other, [run], { verdict: 'WRONG_PRODUCT', ...gone, foundProductId: product.id });
      return [target, other];
    }
    return null;
  },

  foreign: (target, _all, bay, random) => {
    const run = firstThatFits(random.shuffled(foreignProducts()), target, bay);
    if (!run) return null;
    settle(target, [run], { verdict: 'UNKNOWN_PRODUCT', ...gone, foundProductId: null });
    return [target];
  },

  /**
   * Fills the position with another product of the planogram, whose own position stays as planned. A direct neighbour is
   * excluded, since the result would be a neighbour with facings over.
   */
  substituted: (target, all, bay, random) => {
    const { product } = soleRun(target);
    const others = all.filter((o) => o !== target && !o.settled && !isNextTo(o, target));
    const sameBrand = others.filter((o) => soleRun(o).product.brand === product.brand);
    for (const other of [...random.shuffled(sameBrand), ...random.shuffled(others)]) {
      const run = runInPlaceOf(target.position, soleRun(other).product, bay.planogram);
      if (!run) continue;
      settle(target, [run], { verdict: 'WRONG_PRODUCT', ...gone, foundProductId: run.product.id });
      other.settled = true;
      return [target];
    }
    return null;
  },
};

const gone = { facingsSeen: 0, onRightShelf: false, inRightPlace: false } as const;

function settle(target: StockedPosition, runs: Run[], truth: Partial<PositionTruth>): void {
  target.runs = runs;
  target.truth = { ...target.truth, ...truth };
  target.settled = true;
}

function soleRun(target: StockedPosition): Run {
  const [run] = target.runs;
  if (!run) throw new RangeError(`position ${target.position.id} is empty`);
  return run;
}

const neighbourOf = (
  target: StockedPosition,
  all: StockedPosition[],
  side: 1 | -1,
): StockedPosition | undefined =>
  all.find(
    (p) =>
      p.position.shelfNumber === target.position.shelfNumber &&
      p.position.sequence === target.position.sequence + side,
  );

const isNextTo = (a: StockedPosition, b: StockedPosition): boolean =>
  a.position.shelfNumber === b.position.shelfNumber &&
  Math.abs(a.position.sequence - b.position.sequence) <= 1;

function firstThatFits(products: DemoProduct[], target: StockedPosition, bay: DemoBay): Run | null {
  for (const product of products) {
    const run = runInPlaceOf(target.position, product, bay.planogram);
    if (run) return run;
  }
  return null;
}
