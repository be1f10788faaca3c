import { fileURLToPath } from 'node:url';
import { freePort } from '@gondola/db/embedded';
import type { PrivateSystem } from '@gondola/testkit/private-system';
import { ProcessFleet } from './process-fleet.ts';

const apiMain = fileURLToPath(new URL('../apps/api/src/main.ts', import.meta.url));

/** API processes on a private system, each on its own port. */
export class ApiFleet extends ProcessFleet {
  /** The address of each process, running or not. */
  readonly urls: readonly string[];

  constructor(
    system: PrivateSystem,
    ports: readonly number[],
    options: { injections: readonly string[]; env?: Record<string, string> },
  ) {
    super({
      what: 'API process',
      entry: apiMain,
      injections: options.injections,
      env: (place) => ({
        DATABASE_URL: system.url,
        GONDOLA_DATA_DIR: system.dataDir,
        OBJECT_STORE: system.objectStore,
        PORT_API: String(ports[place]),
        PORT_METRICS: '0',
        PUBLIC_URL: 'http://127.0.0.1:3000',
        ...options.env,
      }),
      isReady: (line) => line.includes('"listening"'),
    });
    this.urls = ports.map((port) => `http://127.0.0.1:${port}`);
  }
}

export async function freePorts(count: number): Promise<number[]> {
  const ports = new Set<number>();
  while (ports.size < count) ports.add(await freePort());
  return [...ports];
}
