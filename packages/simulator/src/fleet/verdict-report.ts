export interface VerdictFigures {
  /** How often the verdict is true. */
  n: number;
  /** Share of the given verdicts that are true; null when none was given. */
  precision: number | null;
  /** Share of the true verdicts that were given; null when none is true. */
  recall: number | null;
}

export interface VerdictReport {
  captures: number;
  positions: number;
  right: number;
  perVerdict: Record<string, VerdictFigures>;
  /** Mean distance between given and true score; null without scored captures. */
  meanScoreError: number | null;
  /** For each true verdict, how often each verdict was given. */
  confusion: Record<string, Record<string, number>>;
}

export interface ScoredCapture {
  truth: {
    /** `cut`: partly outside the picture. */
    positions: readonly { positionId: string; verdict: string; cut: boolean }[];
    score: number | null;
  };
  score: number | null;
  /** The given verdict by position id. */
  verdicts: ReadonlyMap<string, string>;
}

/** Compares verdicts with the truth. Positions that the picture cuts are left out: either verdict would be fair. */
export function verdictReport(captures: readonly ScoredCapture[]): VerdictReport {
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
