import { readFile, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { processName } from './process-name.ts';
import { worksIn } from './works-in.ts';

/** The running server, read from its lock file. */
export interface Postmaster {
  pid: number;
  port: number;
}

/**
 * Returns the server that runs on a cluster's directory, if any.
 * The lock file of a crash is removed when its process is gone or its process id belongs to another program or to the
 * server of another directory, from which this one was copied. Postgres itself would take any live process of our user for a
 * running server and refuse to start.
 */
export async function runningPostmaster(directory: string): Promise<Postmaster | undefined> {
  const file = join(directory, 'postmaster.pid');
  // Lines of postmaster.pid: pid, data directory, start time, port, socket directory, address, shared memory, status.
  const lines = await readFile(file, 'utf8').then(
    (text) => text.split('\n'),
    () => undefined,
  );
  if (lines === undefined) return undefined;
  const pid = Number(lines[0]);
  if ((await processName(pid))?.startsWith('postgres') && (await worksIn(pid, directory)))
    return { pid, port: Number(lines[3]) };
  await rm(file, { force: true });
  return undefined;
}

/** Stops a server without a supervisor: cleanly at first, immediately after 10 s. */
export async function stopOrphan(orphan: Postmaster, directory: string): Promise<void> {
  process.kill(orphan.pid, 'SIGINT');
  for (let waitedMs = 0; waitedMs < 20_000; waitedMs += 100) {
    const running = await runningPostmaster(directory);
    if (running?.pid !== orphan.pid) return;
    if (waitedMs === 10_000) process.kill(orphan.pid, 'SIGQUIT');
    await wait(100);
  }
  throw new Error(`Postgres without a supervisor (process ${orphan.pid}) on ${directory} does not stop.`);
}
