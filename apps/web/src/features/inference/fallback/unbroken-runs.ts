export interface RatePoint {
  at: number;
  rate: number;
}

/** Splits a line into its unbroken runs: an unknown value is not a rate of 0. `at` is the index of a point. */
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

/** Returns the top of a scale of rates that shows the threshold well inside, and every value above it. */
export function topOfScale(rates: readonly (number | null)[], line: number): number {
  const highest = Math.max(line * 2, ...rates.map((rate) => rate ?? 0));
  return [0.3, 0.5, 1].find((top) => highest <= top) ?? 1;
}
