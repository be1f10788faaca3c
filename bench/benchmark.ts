/** A measurement whose figures mean something: ratios against a floor or a peer that was timed in the same run. */
export interface Benchmark {
  name: string;
  about: string;
  run(progress: (message: string) => void): Promise<BenchmarkReport>;
}

export interface BenchmarkReport {
  bench: string;
  /** Processor and cores, so that figures are not compared across machines. */
  machine: string;
  ratios: Record<string, number>;
  figures: Record<string, number>;
  /** Ratio or figure that is aimed at, by its name, and on which side of it is better. */
  goals: Record<string, { atMost: number } | { atLeast: number }>;
  /** True when every goal is met. */
  held: boolean;
}

export function meetsGoals(report: Omit<BenchmarkReport, 'held'>): boolean {
  const values = { ...report.figures, ...report.ratios };
  return Object.entries(report.goals).every(([name, goal]) => {
    const value = values[name];
    if (value === undefined) throw new Error(`goal ${name} has no value`);
    return 'atMost' in goal ? value <= goal.atMost : value >= goal.atLeast;
  });
}
