/** One reliability scenario: its steady state, its faults, and what must hold afterwards. */
export interface Drill {
  name: string;
  /** A sentence for the list. */
  about: string;
  /** Defences that can be taken out to see the drill turn red, by name: a module below `drills/` that is loaded first. */
  mutants: Record<string, string>;
  /**
   * Who loads a mutant's module: the processes that the drill starts (it passes the module on), or the drill's own
   * process, because the code under test runs in it.
   */
  mutantsIn: 'children' | 'drill';
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
