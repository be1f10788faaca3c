/** One reliability scenario: its steady state, its faults, and what must hold afterwards. */
export interface Drill {
  name: string;
  /** A sentence for the list. */
  about: string;
  /** Defences that can be taken out to see the drill turn red, by name: a module that a worker loads first. */
  mutants: Record<string, string>;
  run(options: DrillOptions): Promise<DrillReport>;
}

export interface DrillOptions {
  /** 'small' fits into CI; 'full' is run by hand. */
  size: 'small' | 'full';
  seed: number;
  /** Name of the defence to take out, or null. */
  mutant: string | null;
  progress(message: string): void;
}

export interface DrillReport {
  drill: string;
  seed: number;
  size: string;
  mutant: string | null;
  /** What was really done to the system. */
  faults: Record<string, number>;
  figures: Record<string, number>;
  /** True when the run without faults held, by the same checks. */
  control: boolean;
  /** True when the promise held, and enough faults were injected for that to mean anything. */
  held: boolean;
  /** What did not hold, in words. */
  findings: string[];
}
