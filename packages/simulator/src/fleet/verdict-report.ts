export interface VerdictFigures {
  /** How often it is true. */
  n: number;
  /** Share of the given verdicts that are true, and of the true ones that were given; null when there are none. */
  precision: number | null;
  recall: number | null;
}

export interface VerdictReport {
  captures: number;
  positions: number;
  right: number;
  perVerdict: Record<string, VerdictFigures>;
  /** Mean distance between given and true score; null without scored captures. */
  meanScoreError: number | null;
  /** How often each true verdict was given as which. */
  confusion: Record<string, Record<string, number>>;
}

export interface JudgedCapture {
  truth: {
    /** `cut`: partly outside the picture. */
    positions: readonly { positionId: string; verdict: string; cut: boolean }[];
    score: number | null;
  };
  score: number | null;
  /** The given verdict by position id. */
  verdicts: ReadonlyMap<string, string>;
}

/** Compares verdicts with the truth. Places that the picture cuts are left out: either verdict would be fair. */
export function verdictReport(captures: readonly JudgedCapture[]): VerdictReport {
  const confusion: Record<string, Record<string, number>> = {};
  const scoreErrors: number[] = [];
  let positions = 0;
  let right = 0;
  for (const { truth, score, verdicts } of captures) {
    if (score !== null && truth.score !== null) scoreErrors.push(Math.abs(score - truth.score));
    for (const position of truth.positions) {
      if (position.cut && position.verdict !== 'NOT_VISIBLE') continue;
      const given = verdicts.get(position.positionId) ?? 'NONE';
      const row = confusion[position.verdict] ?? {};
      confusion[position.verdict] = { ...row, [given]: (row[given] ?? 0) + 1 };
      positions += 1;
      if (given === position.verdict) right += 1;
    }
  }
  const verdicts = new Set([...Object.keys(confusion), ...Object.values(confusion).flatMap(Object.keys)]);
  const perVerdict = Object.fromEntries(
    [...verdicts].sort().map((verdict) => {
      const hit = confusion[verdict]?.[verdict] ?? 0;
      const n = sum(Object.values(confusion[verdict] ?? {}));
      const given = sum(Object.values(confusion).map((row) => row[verdict] ?? 0));
      return [verdict, { n, precision: given > 0 ? hit / given : null, recall: n > 0 ? hit / n : null }];
    }),
  );
  const meanScoreError = scoreErrors.length > 0 ? sum(scoreErrors) / scoreErrors.length : null;
  return { captures: captures.length, positions, right, perVerdict, meanScoreError, confusion };
}

const sum = (numbers: readonly number[]): number => numbers.reduce((total, n) => total + n, 0);
