import { type Problem, writeCell } from '../problem.ts';
import { type BayPlan, type ProductPlan, slackMm } from './plan.ts';
import {
  provenOrigin,
  turnUpsideDown,
  type WrittenHeight,
  writtenHeights,
  type YOrigin,
} from './written-heights.ts';

/** What a person chose about numbers of shelves and y; without a choice the file decides. */
export interface ShelfChoices {
  /** Where shelf 1 is. */
  shelvesFrom?: 'FLOOR' | 'TOP' | undefined;
  yFrom?: YOrigin | undefined;
}

export interface SettledShelves {
  /** Shelves from the bottom up, y down from the bay's top. */
  bays: BayPlan[];
  notes: string[];
  problems: Problem[];
}

type Pair = readonly [WrittenHeight, WrittenHeight];

/**
 * Holds the numbers of shelves against their heights. Shelf 1 is the lowest and y counts from the top, unless a choice or the
 * file itself proves otherwise; statements that contradict each other are a problem with both lines and values.
 */
export function settleShelves(
  bays: readonly BayPlan[],
  products: readonly ProductPlan[],
  choices: ShelfChoices,
  columns: Readonly<Record<'y' | 'shelf_y', string>>,
): SettledShelves {
  const byId = new Map(products.map((product) => [product.id, product]));
  const proven = provenOrigin(bays, byId);
  const pairs = (origin: YOrigin): Pair[] =>
    bays.flatMap((bay) => neighbours(writtenHeights(bay, byId, origin)));
  const origin = choices.yFrom ?? proven ?? originOf(pairs('TOP'), choices.shelvesFrom) ?? 'TOP';
  const written = pairs(origin);
  const numbering =
    choices.shelvesFrom ??
    (proven !== null || choices.yFrom !== undefined ? numberingOf(written, origin) : null) ??
    'FLOOR';

  const rises = (origin === 'FLOOR') === (numbering === 'FLOOR');
  const wrong = written.find((pair) => isRising(pair) !== rises);
  if (wrong !== undefined) {
    return { bays: [...bays], notes: [], problems: [contradiction(wrong, { origin, numbering }, columns)] };
  }
  const notes: string[] = [];
  if (origin === 'FLOOR' && choices.yFrom === undefined) {
    notes.push('The file’s y counts up from the floor, as its shelves and positions show.');
  }
  if (numbering === 'TOP' && choices.shelvesFrom === undefined) {
    notes.push('Shelf 1 is the uppermost, as the heights of the shelves show.');
  }
  return {
    bays: bays
      .map((bay) => (origin === 'FLOOR' && written.length > 0 ? turnUpsideDown(bay, byId) : bay))
      .map((bay) => (numbering === 'TOP' ? { ...bay, shelves: bay.shelves.toReversed() } : bay)),
    notes,
    problems: [],
  };
}

/** Returns pairs of shelves that follow each other by number and lie at different heights. */
function neighbours(heights: readonly WrittenHeight[]): Pair[] {
  return heights
    .slice(1)
    .map((upper, i) => [heights[i] ?? upper, upper] as const)
    .filter(([lower, upper]) => Math.abs(upper.yMm - lower.yMm) > slackMm);
}

const isRising = ([lower, upper]: Pair) => upper.yMm > lower.yMm;

function originOf(pairs: readonly Pair[], numbering: ShelfChoices['shelvesFrom']): YOrigin | null {
  if (numbering === undefined || pairs.length === 0) return null;
  const fromFloor = numbering === 'FLOOR';
  if (pairs.every((pair) => isRising(pair) === fromFloor)) return 'FLOOR';
  return pairs.every((pair) => isRising(pair) !== fromFloor) ? 'TOP' : null;
}

function numberingOf(pairs: readonly Pair[], origin: YOrigin): 'TOP' | null {
  if (pairs.length === 0) return null;
  return pairs.every((pair) => isRising(pair) === (origin === 'TOP')) ? 'TOP' : null;
}

function contradiction(
  [lower, upper]: Pair,
  { origin, numbering }: { origin: YOrigin; numbering: 'FLOOR' | 'TOP' },
  columns: Readonly<Record<'y' | 'shelf_y', string>>,
): Problem {
  const counted = numbering === 'FLOOR' ? 'shelf 1 is the lowest' : 'shelf 1 is the uppermost';
  const measured = origin === 'TOP' ? 'y counts down from the top' : 'y counts up from the floor';
  return {
    path: writeCell(upper.line, columns[upper.column]),
    code: 'ROWS_DISAGREE',
    message:
      `Shelf “${upper.shelf.id}” is at ${round(upper.yMm)} mm, and shelf “${lower.shelf.id}” in line ${lower.line} at ${round(lower.yMm)} mm. ` +
      `If ${counted} and ${measured}, their numbers contradict their heights.`,
  };
}

const round = (value: number) => Math.round(value * 10) / 10;
