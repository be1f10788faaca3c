import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { createInterface } from 'node:readline';
import { startArguments } from './inject/start-arguments.ts';

/** How the processes of a fleet are started and recognised. */
export interface FleetPlan {
  /** For messages: `worker`, `API`. */
  what: string;
  entry: string;
  /** Modules that inject faults or remove defences, relative to `drills/`. */
  injections: readonly string[];
  env(place: number): Record<string, string>;
  /** Returns whether this line of standard output shows that the process is ready. */
  isReady(line: string): boolean;
  onLine?(line: string): void;
}

/**
 * Maximum failed starts in a row: one may be a fault of the product or of the machine, more show that no start
 * succeeds.
 */
const maxFailedStarts = 3;
/** The inherited environment: what Node and the system need, without settings of the product. */
const inherited = Object.fromEntries(
  ['PATH', 'NODE_COMPILE_CACHE'].flatMap((name) => {
    const value = process.env[name];
    return value === undefined ? [] : [[name, value]];
  }),
);
/** Lines of output that an error repeats. */
const maxTailChars = 4000;

/**
 * Processes that are restarted as soon as they are killed, as by a supervisor in production. The fleet fails when
 * starts end before the process is ready, or when a process exits with an error: no drill continues then.
 */
export class ProcessFleet {
  readonly #plan: FleetPlan;
  readonly #children: (ChildProcess | null)[] = [];
  readonly #ready: boolean[] = [];
  readonly #failedStarts: number[] = [];
  readonly #failure = Promise.withResolvers<never>();
  #onReady: (() => void) | null = null;
  #stopping = false;

  constructor(plan: FleetPlan) {
    this.#plan = plan;
    // A failure may come before `during` is called.
    this.#failure.promise.catch(() => {});
  }

  start(count: number): void {
    for (let place = 0; place < count; place++) this.#spawn(place);
  }

  /** Resolves when every process is ready. */
  async untilReady(): Promise<void> {
    const { promise, resolve } = Promise.withResolvers<void>();
    this.#onReady = () => this.#children.every((_, place) => this.#ready[place]) && resolve();
    this.#onReady();
    await this.#whileHealthy(promise);
  }

  /**
   * Does the work, then ends the processes, and returns the work's result. Rejects as soon as the fleet fails, with the
   * last output of the process.
   */
  async during<T>(work: () => Promise<T>): Promise<T> {
    try {
      const result = await this.#whileHealthy(work());
      await this.stop();
      return await this.#whileHealthy(Promise.resolve(result));
    } finally {
      await this.stop();
    }
  }

  /** Kills the process at this index with SIGKILL; returns false while it is being restarted. */
  kill(place: number): boolean {
    const at = place % this.#children.length;
    return this.#ready[at] === true && (this.#children[at]?.kill('SIGKILL') ?? false);
  }

  async stop(): Promise<void> {
    this.#stopping = true;
    await Promise.all(
      this.#children.flatMap((child) => {
        if (!child || child.exitCode !== null || child.signalCode !== null) return [];
        child.kill('SIGTERM');
        return [once(child, 'exit')];
      }),
    );
  }

  #whileHealthy<T>(work: Promise<T>): Promise<T> {
    return Promise.race([this.#failure.promise, work]);
  }

  #spawn(place: number): void {
    const { entry, injections, env, isReady, onLine } = this.#plan;
    const child = spawn(process.execPath, startArguments(injections, entry), {
      env: { ...inherited, GONDOLA_STOP_WITH_PARENT: '1', ...env(place) },
      stdio: ['pipe', 'pipe', 'pipe'],
    });
    let tail = '';
    child.stderr.setEncoding('utf8').on('data', (text: string) => {
      tail = (tail + text).slice(-maxTailChars);
    });
    createInterface({ input: child.stdout }).on('line', (line) => {
      if (line.includes('"level":"error"') || !line.startsWith('{'))
        tail = `${tail}${line}\n`.slice(-maxTailChars);
      onLine?.(line);
      if (this.#ready[place] || !isReady(line)) return;
      this.#ready[place] = true;
      this.#failedStarts[place] = 0;
      this.#onReady?.();
    });
    child.on('close', (code, signal) => this.#ended(place, code, signal, tail));
    this.#children[place] = child;
  }

  #ended(place: number, code: number | null, signal: string | null, tail: string): void {
    const wasReady = this.#ready[place] === true;
    this.#children[place] = null;
    this.#ready[place] = false;
    // A SIGKILL is the drill's own fault at any moment, so it does not count as a failed start.
    if (!wasReady && !this.#stopping && signal !== 'SIGKILL')
      this.#failedStarts[place] = (this.#failedStarts[place] ?? 0) + 1;
    const failedStarts = this.#failedStarts[place] ?? 0;
    const endedItself = wasReady && code !== null && (code !== 0 || !this.#stopping);
    if (endedItself || failedStarts >= maxFailedStarts) {
      const { what } = this.#plan;
      const how = wasReady
        ? `a running ${what} ended`
        : `a ${what} ended ${failedStarts} times before it was ready`;
      this.#stopping = true;
      this.#failure.reject(new Error(`${how} (${signal ?? `exit code ${code}`}):\n${tail}`));
    }
    if (!this.#stopping) this.#spawn(place);
  }
}
