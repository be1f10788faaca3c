import { fileURLToPath } from 'node:url';
import type { PrivateSystem } from '@gondola/testkit/private-system';
import { ProcessFleet } from './process-fleet.ts';

const workerMain = fileURLToPath(new URL('../packages/pipeline/src/main.ts', import.meta.url));

/** Worker processes on a private system. */
export class WorkerFleet extends ProcessFleet {
  /** How often a worker's move was refused because another worker had made it. */
  refusedMoves = 0;
  /** Error messages in the workers' logs, with their counts. */
  readonly errors = new Map<string, number>();

  constructor(
    system: PrivateSystem,
    options: { injections: readonly string[]; env?: Record<string, string> },
  ) {
    super({
      what: 'worker',
      entry: workerMain,
      injections: options.injections,
      env: () => ({
        DATABASE_URL: system.url,
        GONDOLA_DATA_DIR: system.dataDir,
        OBJECT_STORE: system.objectStore,
        PORT_METRICS: '0',
        // Seconds instead of minutes from a kill to the job's next attempt: heartbeat 10 s plus this value.
        QUEUE_MONITOR_SECONDS: '1',
        ...options.env,
      }),
      isReady: (line) => line.includes('"worker started"'),
      onLine: (line) => this.#note(line),
    });
  }

  #note(line: string): void {
    if (line.includes('already moved by another worker')) this.refusedMoves += 1;
    if (!line.includes('"level":"error"')) return;
    const { msg, err } = JSON.parse(line) as { msg: string; err?: { message: string } };
    const key = err ? `${msg}: ${err.message.slice(0, 120)}` : msg;
    this.errors.set(key, (this.errors.get(key) ?? 0) + 1);
  }
}
