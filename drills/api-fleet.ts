import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { createInterface } from 'node:readline';
import { freePort } from '@gondola/db/embedded';
import type { PrivateSystem } from '../scripts/private-system/open-private-system.ts';

const apiMain = new URL('../apps/api/src/main.ts', import.meta.url).pathname;

/** API processes, each on a port of its own, that are started again as soon as they die. */
export class ApiFleet {
  /** Where each process listens, dead or alive. */
  readonly urls: string[] = [];
  readonly #children: (ChildProcess | null)[] = [];
  readonly #ready: boolean[] = [];
  readonly #system: PrivateSystem;
  readonly #inject: string | null;
  readonly #env: Record<string, string>;
  #stopping = false;

  constructor(system: PrivateSystem, options: { inject: string | null; env?: Record<string, string> }) {
    this.#system = system;
    this.#inject = options.inject;
    this.#env = options.env ?? {};
  }

  /** Resolves when every process takes requests. */
  async start(count: number): Promise<void> {
    for (let place = 0; place < count; place++) {
      const port = await freePort();
      this.urls.push(`http://127.0.0.1:${port}`);
      this.#spawn(place, port);
    }
    while (this.#ready.filter(Boolean).length < count)
      await new Promise((resolve) => setTimeout(resolve, 50));
  }

  /** SIGKILLs the process at this place; false when it is just being started again. */
  kill(place: number): boolean {
    const at = place % this.urls.length;
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

  #spawn(place: number, port: number): void {
    const child = spawn(
      process.execPath,
      [...(this.#inject ? ['--import', new URL(this.#inject, import.meta.url).href] : []), apiMain],
      {
        env: {
          PATH: process.env.PATH,
          DATABASE_URL: this.#system.url,
          GONDOLA_DATA_DIR: this.#system.dataDir,
          OBJECT_STORE: this.#system.objectStore,
          PORT_API: String(port),
          PORT_METRICS: '0',
          PUBLIC_URL: 'http://127.0.0.1:3000',
          GONDOLA_STOP_WITH_PARENT: '1',
          ...this.#env,
        },
        stdio: ['pipe', 'pipe', 'inherit'],
      },
    );
    createInterface({ input: child.stdout }).on('line', (line) => {
      if (line.includes('"listening"')) this.#ready[place] = true;
    });
    child.on('exit', () => {
      this.#children[place] = null;
      this.#ready[place] = false;
      if (!this.#stopping) this.#spawn(place, port);
    });
    this.#children[place] = child;
  }
}
