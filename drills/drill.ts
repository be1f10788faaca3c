export const drillSizes = ['small', 'full'] as const;
/** 'small' runs with every check; 'full' is run by hand. */
export type DrillSize = (typeof drillSizes)[number];

/** The entry of a drill in the list, without its code. */
export interface Drill {
  name: string;
  /** A sentence for the list. */
  about: string;
  /** Defences that a mutant can remove, by name. Without the defence the drill must turn red. */
  mutants: Record<string, Mutant>;
  /** The processes that load a mutant: those that the drill starts, or the drill's own. */
  mutantsIn: 'children' | 'drill';
  /** The drill compares durations, so other load on the machine would distort them. */
  isTimed?: boolean;
  load(): Promise<Scenario>;
}

export interface Mutant {
  /** Module relative to `drills/` that removes the defence. */
  module: string;
  /** Matches the finding that shows the missing defence: another reason for red proves nothing. */
  turnsRed: RegExp;
}

/** A scenario with a fixed type of load. */
export interface Scenario {
  run(options: DrillOptions): Promise<DrillReport>;
}

export interface DrillOptions {
  drill: Drill;
  size: DrillSize;
  seed: number;
  /** Name of the defence to remove, or null. */
  mutant: string | null;
  progress(message: string): void;
}

/** The options of one run. */
export interface RunOptions {
  seed: number;
  size: DrillSize;
  mutant: string | null;
  /** True in the control run, which has no faults. */
  isControl: boolean;
  /** Modules to load into the processes that the run starts, relative to `drills/`. */
  injections: readonly string[];
  progress(message: string): void;
}

export interface RunReport {
  /** The faults that were really injected. */
  faults: Record<string, number>;
  figures: Record<string, number>;
  /** Failed expectations, in words. 'void: ...' means that too few faults were injected for a result. */
  findings: string[];
}

export interface DrillReport extends RunReport {
  drill: string;
  seed: number;
  size: DrillSize;
  mutant: string | null;
  /** True when the control run held, by the same checks; null with a mutant, which has no control run. */
  control: boolean | null;
  /** True when both runs held. */
  held: boolean;
}

/** Makes a scenario of one run: first the control run without faults, then the run. The same checks judge both. */
export function scenario<Load>(parts: {
  loads: Record<DrillSize, Load>;
  /** The load of the control run. */
  control(load: Load): Load;
  oneRun(load: Load, options: RunOptions): Promise<RunReport>;
}): Scenario {
  return {
    async run({ drill, size, seed, mutant, progress }) {
      const load = parts.loads[size];
      const shared = { seed, size, progress };
      const found = mutant === null ? null : drill.mutants[mutant];
      if (found === undefined) throw new Error(`${drill.name} has no mutant ${mutant}`);
      let control: RunReport | null = null;
      if (mutant === null) {
        progress('control run, without faults');
        const calm = { ...shared, mutant, isControl: true, injections: [] };
        control = await parts.oneRun(parts.control(load), calm);
        progress(control.findings.length === 0 ? 'control run held' : 'the control run did not hold');
      }
      const injections = found && drill.mutantsIn === 'children' ? [found.module] : [];
      const run = await parts.oneRun(load, { ...shared, mutant, isControl: false, injections });
      const findings = [
        ...(control?.findings ?? []).map((finding) => `control run: ${finding}`),
        ...run.findings,
      ];
      return {
        drill: drill.name,
        seed,
        size,
        mutant,
        faults: run.faults,
        figures: run.figures,
        control: control === null ? null : control.findings.length === 0,
        held: findings.length === 0,
        findings,
      };
    },
  };
}

/** Returns the messages of the expectations that do not hold. */
export const broken = (expectations: readonly (readonly [holds: boolean, words: string])[]): string[] =>
  expectations.flatMap(([holds, words]) => (holds ? [] : [words]));
