/** A measurement with comparable figures: ratios to a baseline or a peer that was timed in the same run. */
export interface Benchmark {
  name: string;
  about: string;
  run(progress: (message: string) => void): Promise<BenchmarkReport>;
}

export interface BenchmarkReport {
  bench: string;
  /** Processor and cores, since figures are not comparable across machines. */
  machine: string;
  ratios: Record<string, number>;
  figures: Record<string, number>;
  /** Limits that ratios and figures should meet, by name. */
  goals: Record<string, { max: number } | { min: number }>;
  /** True when every goal is met. */
  goalsMet: boolean;
}

/** Returns whether every goal is met. */
export function meetsGoals(report: Omit<BenchmarkReport, 'goalsMet'>): boolean {
  const values = { ...report.figures, ...report.ratios };
  return Object.entries(report.goals).every(([name, goal]) => {
    const value = values[name];
    if (value === undefined) throw new Error(`goal ${name} has no value`);
    return 'max' in goal ? value <= goal.max : value >= goal.min;
  });
}
