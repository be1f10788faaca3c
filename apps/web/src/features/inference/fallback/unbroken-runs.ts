export interface RatePoint {
  at: number;
  rate: number;
}

/** The stretches of a line: it breaks where nothing is known, since that is not a rate of 0. `at` counts the places. */
export function unbrokenRuns(rates: readonly (number | null)[]): RatePoint[][] {
  const runs: RatePoint[][] = [];
  let run: RatePoint[] = [];
  for (const [at, rate] of rates.entries()) {
    if (rate !== null) {
      if (run.length === 0) runs.push(run);
      run.push({ at, rate });
    } else run = [];
  }
  return runs;
}

/** Top of a scale of rates: the line that matters lies well inside of it, and what is above it too. */
export function topOfScale(rates: readonly (number | null)[], line: number): number {
  const highest = Math.max(line * 2, ...rates.map((rate) => rate ?? 0));
  return [0.3, 0.5, 1].find((top) => highest <= top) ?? 1;
}
