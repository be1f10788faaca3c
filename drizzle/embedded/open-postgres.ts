import { type ChildProcess, spawn } from 'node:child_process';
import { randomUUID } from 'node:crypto';
import { once } from 'node:events';
import { closeSync, openSync } from 'node:fs';
import { access, readFile, stat, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { adoptCluster, assertNoClusterLost } from './adopt-cluster.ts';
import { clusterPassword, createClusterIfAbsent, superuser } from './create-cluster-if-absent.ts';
import { findBinaries } from './find-binaries.ts';
import { freePort } from './free-port.ts';
import { type ClusterLocation, locateCluster } from './locate-cluster.ts';
import { moveEarlierCluster } from './move-earlier-cluster.ts';
import { reasonsInLog } from './reasons-in-log.ts';
import { runningPostmaster, stopOrphan } from './running-postmaster.ts';
import { type ServerAccount, serverAccount } from './server-account.ts';
import { type Durability, serverSettings } from './server-settings.ts';
import { isSupervised, type Supervision, supervise } from './supervise.ts';

export interface OpenPostgres {
  /** URL of the database `postgres`, with the administrator's password. */
  url: string;
  /** Directory of the cluster. */
  directory: string;
  /** True when another supervisor runs the server. */
  attached: boolean;
  /** Settles when the server ends by itself. */
  ended: Promise<unknown>;
  stop(): Promise<void>;
}

/** Limit for the start of a server, which replays its log after a crash. */
const readyTimeoutMs = 60_000;

/**
 * Starts the server of a data directory, or attaches to the running one.
 * @param calledOff ends a start that is under way; the promise then rejects once the server is gone.
 */
export async function openPostgres(
  dataDir: string,
  durability: Durability,
  calledOff: AbortSignal,
): Promise<OpenPostgres> {
  const account = await serverAccount();
  const location = await locateCluster(await findBinaries(), dataDir, account);
  const { directory } = location;
  await openCluster(dataDir, location, account);
  const password = await clusterPassword(directory);
  const urlAt = (port: number) => `postgres://${superuser}:${password}@127.0.0.1:${port}/postgres`;
  const attachedTo = (port: number): OpenPostgres => ({
    url: urlAt(port),
    directory,
    attached: true,
    ended: Promise.resolve(),
    stop: async () => {},
  });

  const running = await runningPostmaster(directory);
  if (running !== undefined) {
    if (await isSupervised(urlAt(running.port), readyTimeoutMs)) return attachedTo(running.port);
    // The supervisor was killed, so the server would never stop.
    await stopOrphan(running, directory);
  }
  calledOff.throwIfAborted();

  const portFile = join(directory, 'gondola-port');
  const port = await freePort(await rememberedPort(portFile));
  await writeFile(portFile, String(port), { mode: 0o600 });
  const token = randomUUID();
  const logFile = `${directory}.log`;
  const logBegin = await stat(logFile).then(
    ({ size }) => size,
    () => 0,
  );
  const server = startServer(location, serverSettings(port, durability, token), logFile, account);
  const ended = once(server, 'exit').catch((fault: unknown) => fault);
  const serverEnded = new AbortController();
  const supervision = await Promise.race([
    supervise(urlAt(port), token, readyTimeoutMs, AbortSignal.any([serverEnded.signal, calledOff])).catch(
      async (fault: unknown) => {
        if (serverEnded.signal.aborted) return undefined;
        // No session, no server: without one the next start could not tell who stops it.
        await stopServer(server, ended);
        throw fault;
      },
    ),
    ended.then(() => serverEnded.abort()),
  ]);
  if (supervision)
    return {
      url: urlAt(port),
      directory,
      attached: false,
      ended,
      stop: () => stopServer(server, ended, supervision),
    };

  calledOff.throwIfAborted();
  // Of two starts at once, the server that comes second finds the first one's lock file and ends.
  const first = await runningPostmaster(directory);
  if (first !== undefined && (await isSupervised(urlAt(first.port), readyTimeoutMs)))
    return attachedTo(first.port);
  throw new Error(
    `Postgres did not start on ${directory}: ${await reasonsInLog(logFile, logBegin)}\nAll of its log: ${logFile}`,
  );
}

/** Returns once the data folder has its cluster: the one that is there, or a new one in a new folder. */
async function openCluster(
  dataDir: string,
  location: ClusterLocation,
  account: ServerAccount,
): Promise<void> {
  const { directory } = location;
  await moveEarlierCluster(dataDir, directory);
  const isThere = await access(directory).then(
    () => true,
    () => false,
  );
  if (!isThere) await assertNoClusterLost(dataDir);
  await createClusterIfAbsent(location, account);
  await adoptCluster(dataDir, directory, account);
}

function startServer(
  { programs, directory, pathForServer }: ClusterLocation,
  options: string[],
  logFile: string,
  account: ServerAccount,
): ChildProcess {
  const log = openSync(logFile, 'a', 0o600);
  const server = spawn(programs.postgres, ['-D', pathForServer, ...options], {
    ...account,
    cwd: directory,
    env: { LC_ALL: 'C' },
    stdio: ['ignore', log, log],
  });
  closeSync(log);
  return server;
}

async function stopServer(server: ChildProcess, ended: Promise<unknown>, supervision?: Supervision) {
  await supervision?.end();
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
