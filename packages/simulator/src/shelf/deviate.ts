import type { Random } from '../random.ts';
import type { DemoBay } from '../world/demo-bay.ts';
import type { DemoProduct } from '../world/demo-product.ts';
import { foreignProducts } from '../world/foreign-products.ts';
import type { DeviationKind } from './deviation.ts';
import type { Place } from './place.ts';
import type { PositionTruth } from './position-truth.ts';
import { type Run, runInPlaceOf } from './run.ts';

type Happening = (place: Place, places: Place[], bay: DemoBay, random: Random) => Place[] | null;

/** Lets one deviation happen at `place`; gives the places it changed, or null when it cannot happen there. */
export function deviate(
  kind: DeviationKind,
  place: Place,
  places: Place[],
  bay: DemoBay,
  random: Random,
): Place[] | null {
  return happenings[kind](place, places, bay, random);
}

const happenings: Record<DeviationKind, Happening> = {
  missing: (place) => {
    settle(place, [], { verdict: 'MISSING', ...gone, standsThereProductId: null });
    return [place];
  },

  short: (place, _places, _bay, random) => {
    const run = soleRun(place);
    if (run.columns < 2) return null;
    const left = random.whole(1, run.columns - 1);
    const fromRight = random.chance(0.5);
    const xMm = fromRight ? run.xMm : run.xMm + (run.columns - left) * run.columnWidthMm;
    settle(place, [{ ...run, columns: left, xMm }], { verdict: 'FACINGS_SHORT', facingsSeen: left });
    return [place];
  },

  /** One facing more where nothing is planned. */
  over: (place, places, { planogram }) => {
    const run = soleRun(place);
    const endMm = run.xMm + run.columns * run.columnWidthMm;
    const next = neighbourOf(place, places, 1)?.position.xMm ?? planogram.widthMm;
    if (next - endMm < run.columnWidthMm) return null;
    settle(place, [{ ...run, columns: run.columns + 1 }], {
      verdict: 'FACINGS_OVER',
      facingsSeen: run.columns + 1,
    });
    return [place];
  },

  /**
   * The product spreads into one facing of its right or left neighbour. What stands in a place is that place's finding:
   * the neighbour is short, and the spreading product, which has all its own facings, is a match.
   */
  spread: (place, places) => {
    const run = soleRun(place);
    for (const side of [1, -1] as const) {
      const neighbour = neighbourOf(place, places, side);
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
      settle(place, [run, taken], { verdict: 'MATCH', facingsSeen: run.columns });
      settle(neighbour, [rest], { verdict: 'FACINGS_SHORT', facingsSeen: rest.columns });
      return [place, neighbour];
    }
    return null;
  },

  /** Two neighbours change places: each is right product, other place, still on its shelf. */
  swapped: (place, places) => {
    const neighbour = neighbourOf(place, places, 1);
    if (!neighbour || neighbour.settled) return null;
    const [first, second] = [soleRun(place), soleRun(neighbour)];
    const secondFirst = { ...second, xMm: first.xMm };
    const firstSecond = { ...first, xMm: first.xMm + second.columns * second.columnWidthMm };
    const changed = { verdict: 'MISPLACED', inRightPlace: false } as const;
    settle(place, [secondFirst], { ...changed, standsThereProductId: second.product.id });
    settle(neighbour, [firstSecond], { ...changed, standsThereProductId: first.product.id });
    return [place, neighbour];
  },

  /** The product stands on another shelf in the place of one that is out; its own place is empty. */
  misplaced: (place, places, bay, random) => {
    const { product } = soleRun(place);
    for (const other of random.shuffled(places)) {
      if (other.settled || other.position.shelfNumber === place.position.shelfNumber) continue;
      const run = runInPlaceOf(other.position, product, bay.planogram);
      if (!run) continue;
      settle(place, [], {
        verdict: 'MISPLACED',
        facingsSeen: run.columns,
        onRightShelf: false,
        inRightPlace: false,
        standsThereProductId: null,
      });
      settle(other, [run], { verdict: 'WRONG_PRODUCT', ...gone, standsThereProductId: product.id });
      return [place, other];
    }
    return null;
  },

  foreign: (place, _places, bay, random) => {
    const run = firstThatFits(random.shuffled(foreignProducts()), place, bay);
    if (!run) return null;
    settle(place, [run], { verdict: 'UNKNOWN_PRODUCT', ...gone, standsThereProductId: null });
    return [place];
  },

  /**
   * Another product of the planogram fills the place of one that is out, while its own place is as planned. Not from
   * next door: that would be a neighbour with facings over.
   */
  substituted: (place, places, bay, random) => {
    const { product } = soleRun(place);
    const others = places.filter((o) => o !== place && !o.settled && !isNextTo(o, place));
    const kin = others.filter((o) => soleRun(o).product.brand === product.brand);
    for (const other of [...random.shuffled(kin), ...random.shuffled(others)]) {
      const run = runInPlaceOf(place.position, soleRun(other).product, bay.planogram);
      if (!run) continue;
      settle(place, [run], { verdict: 'WRONG_PRODUCT', ...gone, standsThereProductId: run.product.id });
      other.settled = true;
      return [place];
    }
    return null;
  },
};

const gone = { facingsSeen: 0, onRightShelf: false, inRightPlace: false } as const;

function settle(place: Place, runs: Run[], truth: Partial<PositionTruth>): void {
  place.runs = runs;
  place.truth = { ...place.truth, ...truth };
  place.settled = true;
}

function soleRun(place: Place): Run {
  const [run] = place.runs;
  if (!run) throw new RangeError(`position ${place.position.id} is empty`);
  return run;
}

const neighbourOf = (place: Place, places: Place[], side: 1 | -1): Place | undefined =>
  places.find(
    (p) =>
      p.position.shelfNumber === place.position.shelfNumber &&
      p.position.sequence === place.position.sequence + side,
  );

const isNextTo = (a: Place, b: Place): boolean =>
  a.position.shelfNumber === b.position.shelfNumber &&
  Math.abs(a.position.sequence - b.position.sequence) <= 1;

function firstThatFits(products: DemoProduct[], place: Place, bay: DemoBay): Run | null {
  for (const product of products) {
    const run = runInPlaceOf(place.position, product, bay.planogram);
    if (run) return run;
  }
  return null;
}
