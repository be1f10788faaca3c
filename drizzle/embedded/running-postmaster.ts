import { readFile, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { programOf } from './program-of.ts';

/** What a server wrote into its data directory when it started. */
export interface Postmaster {
  pid: number;
  port: number;
}

/**
 * The server that runs on a cluster's directory, if one does.
 * A file left by a crash is removed when its process is gone or its number now belongs to another program: Postgres
 * itself would take any living process of our user for a running server and refuse to start.
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
  if ((await programOf(pid))?.startsWith('postgres')) return { pid, port: Number(lines[3]) };
  await rm(file, { force: true });
  return undefined;
}

/** Stops a server that has no supervisor any more: cleanly, and after 10 s at once. */
export async function stopOrphan(orphan: Postmaster, directory: string): Promise<void> {
  process.kill(orphan.pid, 'SIGINT');
  for (let waitedMs = 0; waitedMs < 20_000; waitedMs += 100) {
    const running = await runningPostmaster(directory);
    if (running?.pid !== orphan.pid) return;
    if (waitedMs === 10_000) process.kill(orphan.pid, 'SIGQUIT');
    await wait(100);
  }
  throw new Error(
    `A Postgres without a supervisor (process ${orphan.pid}) runs on ${directory} and does not stop.`,
  );
}
