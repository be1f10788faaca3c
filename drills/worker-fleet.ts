import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { createInterface } from 'node:readline';
import type { PrivateSystem } from '../scripts/private-system/open-private-system.ts';

const workerMain = new URL('../packages/pipeline/src/main.ts', import.meta.url).pathname;

/** Worker processes that are started again as soon as they die, as a supervisor in production does. */
export class WorkerFleet {
  /** How often a worker came second and was refused its move. */
  refusedMoves = 0;
  /** Lines that a worker logged as errors, by message. */
  readonly errors = new Map<string, number>();
  #workers: (ChildProcess | null)[] = [];
  #stopping = false;
  readonly #system: PrivateSystem;
  readonly #inject: string | null;
  readonly #env: Record<string, string>;

  constructor(system: PrivateSystem, options: { inject: string | null; env?: Record<string, string> }) {
    this.#system = system;
    this.#inject = options.inject;
    this.#env = options.env ?? {};
  }

  start(count: number): void {
    for (let i = 0; i < count; i++) this.#spawn(i);
  }

  /** SIGKILLs the worker at this place; false when it is just being started again. */
  kill(place: number): boolean {
    return this.#workers[place % this.#workers.length]?.kill('SIGKILL') ?? false;
  }

  async stop(): Promise<void> {
    this.#stopping = true;
    const endings = this.#workers.flatMap((worker) => {
      if (!worker || worker.exitCode !== null || worker.signalCode !== null) return [];
      worker.kill('SIGTERM');
      return [once(worker, 'exit')];
    });
    await Promise.all(endings);
  }

  #spawn(place: number): void {
    const worker = spawn(
      process.execPath,
      [...(this.#inject ? ['--import', new URL(this.#inject, import.meta.url).href] : []), workerMain],
      {
        env: {
          PATH: process.env.PATH,
          DATABASE_URL: this.#system.url,
          GONDOLA_DATA_DIR: this.#system.dataDir,
          OBJECT_STORE: this.#system.objectStore,
          PORT_METRICS: '0',
          // Seconds, not minutes, from a kill to the job's next attempt: heartbeat 10 s + this.
          QUEUE_MONITOR_SECONDS: '1',
          GONDOLA_STOP_WITH_PARENT: '1',
          ...this.#env,
        },
        stdio: ['pipe', 'pipe', 'inherit'],
      },
    );
    createInterface({ input: worker.stdout }).on('line', (line) => this.#note(line));
    worker.on('exit', () => {
      this.#workers[place] = null;
      if (!this.#stopping) this.#spawn(place);
    });
    this.#workers[place] = worker;
  }

  #note(line: string): void {
    if (line.includes('already moved by another worker')) this.refusedMoves += 1;
    if (!line.includes('"level":"error"')) return;
    const { msg, err } = JSON.parse(line) as { msg: string; err?: { message: string } };
    const key = err ? `${msg}: ${err.message.slice(0, 120)}` : msg;
    this.errors.set(key, (this.errors.get(key) ?? 0) + 1);
  }
}
