import { createServer } from 'node:http';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { openDatabase } from '@gondola/db';
import { assertSchemaCurrent } from '@gondola/db/migrate';
import { groupCommit, watchPressure } from '@gondola/pipeline/intake';
import { openObjectStore } from '@gondola/pipeline/objects';
import { openQueue } from '@gondola/pipeline/queue';
import { batchQueue } from '@gondola/pipeline/reprocess';
import { createLog, createMetrics, type Log } from '@gondola/pipeline/telemetry';
import { openPeople } from './auth/people.ts';
import type { ApiTools } from './context.ts';
import type { ApiEnv } from './env.ts';
import { openApollo } from './graphql/open-apollo.ts';
import { openImageSigner } from './images/image-signer.ts';
import { listen } from './listen.ts';
import { observe } from './queries/observe.ts';
import { readReadiness } from './readiness.ts';
import { openSandboxClient } from './sandbox/sandbox-client.ts';
import { makeServer } from './server.ts';
import { openUploads } from './uploads/open-uploads.ts';

export interface RunningApi {
  /** Such as `http://127.0.0.1:4000`. */
  url: string;
  /** Of the Prometheus page, `/metrics`. */
  metricsUrl: string;
  log: Log;
  /** Lets requests in flight end (8 s at most), then closes everything. Safe to call again. */
  stop(): Promise<void>;
}

/** Opens the tools, serves, and resolves once requests are taken. Rejects when the database's schema is not ours. */
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
      observe: () => observe(db),
      onError: (err) => log.warn({ err }, 'the gauges could not be read'),
    });
    opened.push(() => metrics.stop());
    const people = openPeople(db, { ...env, secret: env.authSecret, log });
    const images = openImageSigner(env.authSecret);
    const { uploads, close: closeUploads } = openUploads(
      { db, objects, queue: queue.queue, log },
      { ...env, ...env.uploads },
    );
    opened.push(closeUploads);
    const readPressure = watchPressure(db, folderOf(env.objectStore), env.pressureLimits);
    const accept = groupCommit({ db, queue: queue.queue, readPressure });
    const tools: ApiTools = {
      db,
      objects,
      queue: queue.queue,
      batches: batchQueue(queue.boss),
      accept,
      people,
      images,
      uploads,
      sandbox: env.sandboxUrl === null ? null : openSandboxClient(env.sandboxUrl),
      metrics,
      log,
    };

    let stopping = false;
    const httpServer = createServer();
    const apollo = openApollo({ httpServer, introspection: env.introspection, log });
    await apollo.start();
    const readiness = () => readReadiness({ db, databaseUrl: env.databaseUrl, objects, stopping });
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
