/**
 * The verdicts that a shelf can give rise to; the words of the scoring rules. Where two of them could be argued, the one
 * that tells a clerk what to do:
 * - Neighbours that changed places are both MISPLACED, also when one has more facings and still reaches into its own
 *   place. Every facing is there: FACINGS_SHORT would send somebody for stock, while two blocks have to be carried over.
 * - A place of which less than half (of its area, not of its facings) is in the picture is NOT_VISIBLE. From half on,
 *   what can be seen decides.
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

/** What is true of one position, known because the shelf was stocked so. */
export interface PositionTruth {
  positionId: string;
  verdict: TrueVerdict;
  expectedProductId: string;
  /** What stands in the place; null: nothing, or a product that is not in the planogram. */
  standsThereProductId: string | null;
  /** Horizontal facings. */
  facingsPlanned: number;
  /** Horizontal facings of the expected product that belong to this position, wherever they stand. */
  facingsSeen: number;
  onRightShelf: boolean;
  inRightPlace: boolean;
}

/**
 * 0..1 by formula version 1: 0.5 identity, 0.2 shelf, 0.2 order, 0.1 facings seen against planned. A product that is not
 * there earns nothing.
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

/** Positions weigh as much as their planned horizontal facings; what is not visible counts for coverage alone. */
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
