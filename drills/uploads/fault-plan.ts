export type TransferFault = 'abort' | 'damage' | 'rival';

/** Plans which transfers fail, and counts how often each fault really occurred. */
export class FaultPlan {
  readonly done: Record<TransferFault, number> = { abort: 0, damage: 0, rival: 0 };
  /** How often both of two rival transfers got the answer that their bytes are stored. */
  doubleGrants = 0;
  /** How often an upload began again because its bytes had been discarded. */
  restarts = 0;
  progressBytes = 0;
  readonly #due = new Map<number, TransferFault[]>();

  /**
   * Spreads the faults evenly over uploads numbered from 0. A fault that did not occur is tried again at the next
   * piece.
   */
  constructor(uploads: number, counts: Record<TransferFault, number>) {
    for (const [fault, count] of Object.entries(counts) as [TransferFault, number][])
      for (let i = 0; i < count; i++) {
        const ordinal = Math.floor((i * uploads) / count);
        this.#due.set(ordinal, [...(this.#due.get(ordinal) ?? []), fault]);
      }
  }

  next(ordinal: number): TransferFault | null {
    return this.#due.get(ordinal)?.[0] ?? null;
  }

  happened(ordinal: number, fault: TransferFault): void {
    this.done[fault] += 1;
    this.#due.get(ordinal)?.shift();
  }

  noteProgress(bytes: number): void {
    this.progressBytes += bytes;
  }
}
