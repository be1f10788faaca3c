import { once } from 'node:events';
import { mkdtemp, rm } from 'node:fs/promises';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { environment } from './environment.ts';
import { Instance } from './instance.ts';
import { type WayToEnd, waysToEnd } from './ways-to-end.ts';

const root = join(import.meta.dirname, '../..');

/**
 * Starts one data folder again and again, without a job, and ends it in each of the ways; then in the middle of a start, and by a
 * start that fails.
 *
 * @throws when a process is left.
 */
export async function endInEachWay(ways: WayToEnd[], say: (message: string) => void): Promise<void> {
  const folder = await mkdtemp(join(tmpdir(), 'gondola-machine-'));
  try {
    // Closed to the server's user, as /root is.
    const env = await environment(join(folder, 'data'));
    const use = async (words: RegExp, name: string, end: (instance: Instance) => void | Promise<void>) => {
      const instance = new Instance({ runFolder: folder, root, env });
      try {
        await instance.says(words);
        await end(instance);
        say(`  ${name}: no process left after ${((await instance.gone()) / 1000).toFixed(1)} s`);
      } catch (fault) {
        throw new Error(`${name}\nWhat npm start said:\n${instance.output}`, { cause: fault });
      } finally {
        await instance.clear();
      }
    };
    await use(/Postgres ready/, 'Ctrl-C in the middle of a start', waysToEnd['Ctrl-C']);
    for (const way of ways) await use(/^api +ready$/m, way, waysToEnd[way]);
    const other = createServer().listen(Number(env.PORT_API), '127.0.0.1');
    await once(other, 'listening');
    await use(/Another program uses port \d+ \(PORT_API\)/, 'a start that is refused', () => {});
    other.close();
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}
