import type { Components } from '../finding.ts';

export const formulaVersion = 1;

/** The parts of a position's credit, each 0..1. */
export interface CreditParts {
  /** The planned product is in the bay. */
  identity: number;
  /** On its shelf. */
  shelf: number;
  /** In its place in the order of the shelf. */
  order: number;
  /** min(seen, planned) / max(seen, planned) facings. */
  facings: number;
}

/** Formula version 1: half for being in the bay, the rest for being there as planned. */
export const creditShares: CreditParts = { identity: 0.5, shelf: 0.2, order: 0.2, facings: 0.1 };

export interface ScoredPosition {
  /** By default the horizontal facings, which is what a shopper sees. */
  weight: number;
  /** Null: not assessable. */
  parts: CreditParts | null;
  /** The number of expected facings that could be assessed, how many of them were found, and how many match. */
  facingsJudged: number;
  facingsMatched: number;
}

export interface ScoreSheet {
  /** 0..1; null when nothing could be assessed, never 0 for that. */
  score: number | null;
  coverage: number;
  components: Components;
}

export function creditOf({ identity, shelf, order, facings }: CreditParts): number {
  const credit =
    creditShares.identity * identity +
    creditShares.shelf * shelf +
    creditShares.order * order +
    creditShares.facings * facings;
  // The shares add up to one only as decimals; a full credit is one.
  return Math.min(1, Math.round(credit * 1e12) / 1e12);
}

/** score = sum(weight * credit) / sum(weight) over assessable positions; coverage = their weight / all weight. */
export function scorePositions(positions: readonly ScoredPosition[]): ScoreSheet {
  const assessed = positions.flatMap((position) =>
    position.parts === null ? [] : [{ ...position, parts: position.parts }],
  );
  const weightOf = (some: readonly { weight: number }[]) => some.reduce((sum, { weight }) => sum + weight, 0);
  const weight = weightOf(assessed);
  const mean = (value: (parts: CreditParts) => number) =>
    weight > 0
      ? ratio(
          assessed.reduce((sum, p) => sum + p.weight * value(p.parts), 0),
          weight,
        )
      : null;
  const judged = assessed.reduce((sum, position) => sum + position.facingsJudged, 0);
  const matched = assessed.reduce((sum, position) => sum + position.facingsMatched, 0);
  return {
    score: mean(creditOf),
    coverage: positions.length > 0 ? ratio(weight, weightOf(positions)) : 0,
    components: {
      onShelfAvailability: mean((parts) => parts.identity),
      rightShelfRate: mean((parts) => parts.shelf),
      rightPlaceRate: mean((parts) => parts.order),
      facingsAccuracy: mean((parts) => parts.facings),
      strictRate: judged > 0 ? ratio(matched, judged) : null,
    },
  };
}

/** Sums of many small numbers may exceed the whole by rounding. */
const ratio = (part: number, whole: number) => Math.min(1, Math.max(0, part / whole));
