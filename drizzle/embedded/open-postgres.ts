import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { closeSync, openSync } from 'node:fs';
import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { binaries } from './binaries.ts';
import { clusterPassword, createClusterIfAbsent, superuser } from './cluster.ts';
import { freePort } from './free-port.ts';
import { places } from './places.ts';
import { runningPostmaster, stopOrphan } from './postmaster-file.ts';
import { serverAccount } from './server-account.ts';
import { type Durability, settings } from './settings.ts';
import { isSupervised, type Supervision, supervise } from './supervision.ts';

export interface OpenPostgres {
  /** URL of the database `postgres`, with the administrator's password. */
  url: string;
  /** Another supervisor runs it. */
  attached: boolean;
  /** Settles when the server ends by itself. */
  ended: Promise<unknown>;
  stop(): Promise<void>;
}

/** How long a server may take to come up: after a crash it replays its log first. */
const readyTimeoutMs = 60_000;

/** Starts the server of a data directory, or joins the one that runs. */
export async function openPostgres(dataDir: string, durability: Durability): Promise<OpenPostgres> {
  const account = await serverAccount();
  const { programs, cluster: directory } = await places(await binaries(), dataDir, account);
  await createClusterIfAbsent(directory, programs, account);
  const password = await clusterPassword(directory);
  const urlAt = (port: number) => `postgres://${superuser}:${password}@127.0.0.1:${port}/postgres`;
  const joined = (port: number): OpenPostgres => ({
    url: urlAt(port),
    attached: true,
    ended: Promise.resolve(),
    stop: async () => {},
  });

  const running = await runningPostmaster(directory);
  if (running !== undefined) {
    if (await isSupervised(urlAt(running.port), readyTimeoutMs)) return joined(running.port);
    // Its supervisor was killed: nobody would stop it any more.
    await stopOrphan(running, directory);
  }

  const portFile = join(directory, 'gondola-port');
  const port = await freePort(await rememberedPort(portFile));
  await writeFile(portFile, String(port), { mode: 0o600 });
  const server = startServer(programs.postgres, directory, settings(port, durability), account);
  const ended = once(server, 'exit').catch((fault: unknown) => fault);
  const supervision = await Promise.race([
    supervise(urlAt(port), readyTimeoutMs),
    ended.then(() => undefined),
  ]);
  if (supervision !== undefined)
    return { url: urlAt(port), attached: false, ended, stop: () => stopServer(server, supervision, ended) };

  // Of two starts at once, the server that comes second finds the first one's lock file and ends.
  const first = await runningPostmaster(directory);
  if (first !== undefined && (await isSupervised(urlAt(first.port), readyTimeoutMs)))
    return joined(first.port);
  throw new Error(`Postgres did not start; its reasons are at the end of ${directory}.log`);
}

function startServer(
  program: string,
  directory: string,
  options: string[],
  account: { uid?: number; gid?: number },
): ChildProcess {
  const log = openSync(`${directory}.log`, 'a', 0o600);
  const server = spawn(program, ['-D', directory, ...options], {
    ...account,
    cwd: directory,
    env: { LC_ALL: 'C' },
    stdio: ['ignore', log, log],
  });
  closeSync(log);
  return server;
}

async function stopServer(server: ChildProcess, supervision: Supervision, ended: Promise<unknown>) {
  await supervision.end();
  // "Fast": open transactions are rolled back. "Immediate" (SIGQUIT): the next start replays the log; nothing is lost.
  server.kill('SIGINT');
  const timer = setTimeout(() => server.kill('SIGQUIT'), 10_000);
  await ended;
  clearTimeout(timer);
}

const rememberedPort = (file: string) =>
  readFile(file, 'utf8').then(
    (text) => Number(text) || undefined,
    () => undefined,
  );
