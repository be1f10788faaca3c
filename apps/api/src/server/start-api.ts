import { createServer } from 'node:http';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { openDatabase } from '@gondola/db';
import { assertSchemaCurrent } from '@gondola/db/migrate';
import { batchQueue } from '@gondola/pipeline/batches';
import { readFleetGauges } from '@gondola/pipeline/fleet-gauges';
import { groupCommit, watchPressure } from '@gondola/pipeline/intake';
import { openObjectStore } from '@gondola/pipeline/objects';
import { openQueue } from '@gondola/pipeline/queue';
import { createLog, createMetrics, type Log } from '@gondola/pipeline/telemetry';
import { announceFirstAdmin } from '../auth/announce-first-admin.ts';
import { openPeople } from '../auth/people.ts';
import type { ApiTools } from '../context.ts';
import type { ApiEnv } from '../env.ts';
import { openImageSigner } from '../images/image-signer.ts';
import { countersAtZero } from '../intake/counters-at-zero.ts';
import { openSandboxClient } from '../sandbox/sandbox-client.ts';
import { openUploads } from '../uploads/open-uploads.ts';
import { listen } from './listen.ts';
import { openApollo } from './open-apollo.ts';
import { readOutBody } from './read-out-body.ts';
import { readReadiness } from './readiness.ts';
import { reportPressure } from './report-pressure.ts';
import { makeServer } from './server.ts';

/** Longer than proxies keep an idle connection (nginx: 60 s), so that none sends a request into one that closes. */
const keepAliveMs = 75_000;

export interface RunningApi {
  /** Such as `http://127.0.0.1:4000`. */
  url: string;
  /** Of the Prometheus page, `/metrics`. */
  metricsUrl: string;
  log: Log;
  /** Lets requests in flight end (8 s at most), then closes everything. Safe to call again. */
  stop(): Promise<void>;
}

/** Starts the API; resolves when the server listens. Rejects when the database's schema is not the one of this version. */
export async function startApi(env: ApiEnv): Promise<RunningApi> {
  const log = createLog({ name: 'api', level: env.logLevel });
  await assertSchemaCurrent(env.databaseUrl);

  const { host, apiPort, metricsPort, trustProxy } = env.listen;
  const objects = openObjectStore(env.objectStore);
  const database = openDatabase(env.databaseUrl, { maxConnections: 10 });
  const { db } = database;
  const opened: (() => Promise<unknown>)[] = [() => database.close()];
  const closeAll = async () => {
    for (const close of opened.toReversed())
      await close().catch((err: unknown) => log.error({ err }, 'closing failed'));
  };

  try {
    const queue = await openQueue(env.databaseUrl, {
      role: 'send',
      onError: (err) => log.error({ err }, 'the queue reported an error'),
    });
    opened.push(() => queue.stop());
    const metrics = await createMetrics({
      port: metricsPort,
      host,
      readFleetGauges: () => readFleetGauges(db),
      onError: (err) => log.warn({ err }, 'the gauges could not be read'),
    });
    opened.push(() => metrics.stop());
    countersAtZero(metrics);
    const people = openPeople(db, { ...env, secret: env.authSecret, log });
    await announceFirstAdmin({ db, people, publicUrl: env.publicUrls[0], log }, env.firstAdmin);
    const images = openImageSigner(env.authSecret);
    const { uploads, close: closeUploads } = openUploads(
      { db, objects, queue: queue.queue, log },
      { ...env, ...env.uploads },
    );
    opened.push(closeUploads);
    const readPressure = watchPressure(db, folderOf(env.objectStore), env.pressureLimits);
    opened.push(reportPressure(readPressure, log));
    const acceptCaptures = groupCommit({ db, queue: queue.queue, readPressure });
    const tools: ApiTools = {
      db,
      objects,
      queue: queue.queue,
      batches: batchQueue(queue.boss),
      acceptCaptures,
      readPressure,
      people,
      images,
      uploads,
      sandbox: env.sandboxUrl === null ? null : openSandboxClient(env.sandboxUrl),
      metrics,
      log,
    };

    let stopping = false;
    const httpServer = createServer({ keepAliveTimeout: keepAliveMs });
    const apollo = openApollo({ httpServer, introspection: env.introspection, log });
    await apollo.start();
    const readiness = () => readReadiness({ db, databaseUrl: env.databaseUrl, objects, stopping });
    httpServer.on('request', readOutBody);
    httpServer.on('request', makeServer(tools, apollo, { trustProxy, readiness }));
    const port = await listen(httpServer, apiPort, host);
    opened.push(() => apollo.stop());

    let stopped: Promise<void> | undefined;
    return {
      url: `http://${urlHost(host)}:${port}`,
      metricsUrl: `http://${urlHost(host)}:${metrics.port}/metrics`,
      log,
      stop() {
        stopping = true;
        stopped ??= closeAll();
        return stopped;
      },
    };
  } catch (error) {
    await closeAll();
    throw error;
  }
}

/** Where the objects lie on this machine's disk; null when they are elsewhere. */
const folderOf = (objectStore: string): string | null => {
  if (!objectStore.startsWith('file:')) return null;
  return objectStore.startsWith('file://')
    ? fileURLToPath(objectStore)
    : path.resolve(objectStore.slice('file:'.length));
};

/** An address that means "all of them" cannot be called; an IPv6 address stands in brackets. */
const urlHost = (host: string): string => {
  if (host === '0.0.0.0' || host === '::') return '127.0.0.1';
  return host.includes(':') ? `[${host}]` : host;
};
