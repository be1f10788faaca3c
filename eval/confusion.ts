/** Counts of what was said against what is true, verdict by verdict. */
export class Confusion {
  readonly #counts = new Map<string, Map<string, number>>();
  #n = 0;
  #right = 0;

  add(truth: string, said: string): void {
    const row = this.#counts.get(truth) ?? new Map<string, number>();
    row.set(said, (row.get(said) ?? 0) + 1);
    this.#counts.set(truth, row);
    this.#n += 1;
    if (truth === said) this.#right += 1;
  }

  get n(): number {
    return this.#n;
  }

  get right(): number {
    return this.#right;
  }

  /** Precision and recall are null where there is nothing to divide by: never said, or never true. `n`: how often it is true. */
  perVerdict(): Record<string, { precision: number | null; recall: number | null; n: number }> {
    const verdicts = new Set([...this.#counts].flatMap(([truth, row]) => [truth, ...row.keys()]));
    const at = (truth: string, said: string) => this.#counts.get(truth)?.get(said) ?? 0;
    const sum = (numbers: number[]) => numbers.reduce((a, b) => a + b, 0);
    return Object.fromEntries(
      [...verdicts].sort().map((verdict) => {
        const hits = at(verdict, verdict);
        const isTrue = sum([...verdicts].map((said) => at(verdict, said)));
        const isSaid = sum([...verdicts].map((truth) => at(truth, verdict)));
        return [verdict, { precision: ratio(hits, isSaid), recall: ratio(hits, isTrue), n: isTrue }];
      }),
    );
  }

  /** What was most often taken for what, for people: `MISSING as UNKNOWN_PRODUCT: 12`. */
  mistakes(): { truth: string; said: string; count: number }[] {
    return [...this.#counts]
      .flatMap(([truth, row]) => [...row].map(([said, count]) => ({ truth, said, count })))
      .filter(({ truth, said }) => truth !== said)
      .sort((a, b) => b.count - a.count);
  }
}

const ratio = (a: number, b: number) => (b === 0 ? null : Math.round((a / b) * 1e4) / 1e4);
