/**
 * The possible verdicts of a shelf, by the names of the scoring rules. Where two verdicts are defensible, the truth is the
 * one that tells a clerk how to correct the shelf:
 * - Swapped neighbours are both MISPLACED, also when the wider one still reaches into its own position. All facings exist:
 *   FACINGS_SHORT would send a clerk for stock, while two blocks have to be exchanged.
 * - A position with less than half of its area (not of its facings) in the picture is NOT_VISIBLE. From half on, the visible
 *   part decides.
 */
export type TrueVerdict =
  | 'MATCH'
  | 'FACINGS_SHORT'
  | 'FACINGS_OVER'
  | 'MISPLACED'
  | 'WRONG_PRODUCT'
  | 'UNKNOWN_PRODUCT'
  | 'MISSING'
  | 'NOT_VISIBLE';

/** The ground truth of one position of a stocked shelf. */
export interface PositionTruth {
  positionId: string;
  verdict: TrueVerdict;
  expectedProductId: string;
  /** The product in the position; null when the position is empty or holds a product outside the planogram. */
  foundProductId: string | null;
  /** Horizontal facings. */
  facingsPlanned: number;
  /** Horizontal facings of the expected product that belong to this position, in any location. */
  facingsSeen: number;
  onRightShelf: boolean;
  inRightPlace: boolean;
}

/**
 * Returns the credit of a position, 0..1, by formula version 1: 0.5 identity, 0.2 shelf, 0.2 order, 0.1 facings seen against
 * planned. An absent product has no credit.
 */
export function creditOf(truth: PositionTruth): number {
  if (truth.facingsSeen === 0) return 0;
  const facings =
    Math.min(truth.facingsSeen, truth.facingsPlanned) / Math.max(truth.facingsSeen, truth.facingsPlanned);
  return 0.5 + (truth.onRightShelf ? 0.2 : 0) + (truth.inRightPlace ? 0.2 : 0) + 0.1 * facings;
}

export interface TrueScore {
  /** Null when no position is visible. */
  score: number | null;
  coverage: number;
  /** Share of the expected facings of visible positions that are a MATCH. */
  strictRate: number | null;
}

/** Scores positions, weighted by their planned horizontal facings. Positions that are not visible lower the coverage only. */
export function scoreOf(positions: readonly PositionTruth[]): TrueScore {
  const weigh = (some: readonly PositionTruth[]) => some.reduce((sum, p) => sum + p.facingsPlanned, 0);
  const visible = positions.filter((p) => p.verdict !== 'NOT_VISIBLE');
  const weight = weigh(visible);
  const all = weigh(positions);
  if (weight === 0) return { score: null, coverage: 0, strictRate: null };
  return {
    score: visible.reduce((sum, p) => sum + p.facingsPlanned * creditOf(p), 0) / weight,
    coverage: weight / all,
    strictRate: weigh(visible.filter((p) => p.verdict === 'MATCH')) / weight,
  };
}
