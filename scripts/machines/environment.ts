import { delimiter, join } from 'node:path';
import { freePort } from '@gondola/db/embedded';
import { adminEnv } from './person.ts';

const root = join(import.meta.dirname, '../..');

/** The environment of a new shell with free ports: nothing of the shell that runs the matrix but its programs. */
export async function environment(dataDir: string): Promise<Record<string, string>> {
  const [web, api, metrics] = [await freePort(), await freePort(), await freePairOfPorts()];
  return {
    PATH: [join(root, 'node_modules/.bin'), process.env.PATH].join(delimiter),
    HOME: process.env.HOME ?? '/',
    LANG: 'C.UTF-8',
    GONDOLA_DATA_DIR: dataDir,
    PORT_WEB: String(web),
    PORT_API: String(api),
    PORT_METRICS: String(metrics),
    ...adminEnv,
  };
}

/** The worker's Prometheus page is one higher than the API's. */
async function freePairOfPorts(): Promise<number> {
  for (;;) {
    const port = await freePort();
    if ((await freePort(port + 1)) === port + 1) return port;
  }
}
