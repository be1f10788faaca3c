import { relative } from 'node:path';
import { startEmbeddedPostgres } from '@gondola/db/embedded';
import { migrate } from '@gondola/db/migrate';
import { installQueue } from '@gondola/pipeline/queue';
import { answers } from './answers.ts';
import { type Child, keepRunning, lastLines, runToEnd } from './child.ts';
import { type ChildName, childPlans, watchedFolders, webBuildPlan } from './children.ts';
import { demoLogins } from './demo-logins.ts';
import { assertPortsFree } from './ports.ts';
import { localSecrets } from './secrets.ts';
import type { Settings } from './settings.ts';
import { onSourcesChanged } from './watch.ts';
import { buildWebIfStale } from './web-build.ts';

export type Say = (name: string, message: string) => void;

/** How long a process may take from its start to its first sign of life, on a loaded machine. */
const readyTimeoutMs = 90_000;
/** Children get 8 s and Postgres what it takes, within the 15 s that are promised for all. */
const childGraceMs = 8_000;

/** A whole instance on this machine. */
export class Gondola {
  readonly #settings: Settings;
  readonly #say: Say;
  readonly #onDatabaseLost: () => void;
  readonly #stopped = new AbortController();
  readonly #children: Child[] = [];
  #stopPostgres: (() => Promise<void>) | undefined;

  /** @param onDatabaseLost called when Postgres ends by itself: nothing can go on without it. */
  constructor(settings: Settings, say: Say, onDatabaseLost: () => void) {
    this.#settings = settings;
    this.#say = say;
    this.#onDatabaseLost = onDatabaseLost;
  }

  /**
   * Starts Postgres, brings the tables up to date, then api, worker, simulated stores and the web app, each watched over.
   * @throws in plain words when something does not come up; `stop` then ends what runs.
   */
  async start(): Promise<void> {
    const { ports, host, dataDir, demo, sandbox, watch } = this.#settings;
    await assertPortsFree(host, {
      PORT_WEB: ports.web,
      PORT_API: ports.api,
      PORT_METRICS: ports.metrics,
      'PORT_METRICS + 1, for the worker': ports.workerMetrics,
      ...(sandbox ? { PORT_SANDBOX: ports.sandbox } : {}),
    });
    const secrets = { ...(await localSecrets(dataDir)), ...this.#givenSecrets() };
    // The longest part of a first start, and it needs nothing of the others.
    const webBuilt = watch ? Promise.resolve() : this.#buildWeb();
    // Whoever fails first is told of; a build that fails after that is not news.
    webBuilt.catch(() => {});
    const databaseUrl = await this.#openDatabase();
    const plans = childPlans(this.#settings, secrets, databaseUrl, this.#say);

    await runToEnd(plans.seed, this.#stopped.signal);
    const run = (name: ChildName) => {
      if (this.#stopped.signal.aborted) return;
      const child = keepRunning(plans[name]);
      this.#children.push(child);
      if (watch)
        onSourcesChanged(watchedFolders[name] ?? [], () => {
          this.#say(name, 'sources changed, starts again');
          child.restart().catch((fault: unknown) => this.#say(name, String(fault)));
        });
    };
    const ready = async (name: ChildName, url: string) => {
      const cameUp = await answers(url, readyTimeoutMs, this.#stopped.signal);
      if (this.#stopped.signal.aborted) return;
      if (!cameUp)
        throw new Error(
          `${name} does not answer at ${url}. The end of ${relative('.', plans[name].logFile)}:\n${await lastLines(plans[name].logFile)}`,
        );
      this.#say(name, 'ready');
    };

    if (sandbox) {
      run('cloud');
      await ready('cloud', `http://127.0.0.1:${ports.sandbox}/sandbox`);
    }
    run('api');
    run('worker');
    await Promise.all([
      ready('api', `http://127.0.0.1:${ports.api}/healthz`),
      ready('worker', `http://127.0.0.1:${ports.workerMetrics}/metrics`),
    ]);
    if (demo) run('simulator');
    await webBuilt;
    run('web');
    await ready('web', `http://127.0.0.1:${ports.web}/`);
    if (this.#stopped.signal.aborted) return;
    for (const line of await this.#welcome(databaseUrl, secrets.demoPassword)) this.#say('', line);
  }

  /** Ends the children, then Postgres. */
  async stop(): Promise<void> {
    this.#stopped.abort();
    await Promise.all(this.#children.map((child) => child.stop(childGraceMs)));
    await this.#stopPostgres?.();
  }

  #buildWeb(): Promise<void> {
    const { signal } = this.#stopped;
    return buildWebIfStale(
      () => runToEnd(webBuildPlan(this.#settings, this.#say), signal),
      (message) => this.#say('web', message),
      signal,
    );
  }

  #givenSecrets() {
    const { authSecret, demoPassword } = this.#settings;
    return { ...(authSecret && { authSecret }), ...(demoPassword && { demoPassword }) };
  }

  async #openDatabase(): Promise<string> {
    const { databaseUrl, dataDir } = this.#settings;
    const say = (message: string) => this.#say('database', message);
    let url = databaseUrl;
    if (url === undefined) {
      const postgres = await startEmbeddedPostgres({ dataDir, log: say });
      this.#stopPostgres = postgres.stop;
      postgres.ended.then(
        () => this.#stopped.signal.aborted || this.#onDatabaseLost(),
        () => {},
      );
      url = postgres.url;
    }
    await migrate(url, say);
    await installQueue(url);
    return url;
  }

  async #welcome(databaseUrl: string, demoPassword: string): Promise<string[]> {
    const { ports, dataDir } = this.#settings;
    const logins = await demoLogins(databaseUrl);
    return [
      '',
      `Gondola is ready: http://localhost:${ports.web}`,
      ...logins.map(({ email, role }) => `  ${email.padEnd(30)} password ${demoPassword}   (${role})`),
      `GraphQL: http://localhost:${ports.api}/graphql   metrics: http://localhost:${ports.metrics}/metrics   logs: ${relative('.', dataDir)}/logs`,
      'Ctrl-C stops everything.',
    ];
  }
}
