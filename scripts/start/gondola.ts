import { existsSync } from 'node:fs';
import { relative, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { type EmbeddedPostgres, startEmbeddedPostgres } from '@gondola/db/embedded';
import { migrate } from '@gondola/db/migrate';
import { installQueue } from '@gondola/pipeline/queue';
import { hostInUrl, isOpenWithoutAddress, webAddress } from './addresses.ts';
import { answers } from './answers.ts';
import { checkMachine } from './check-machine.ts';
import { type Child, type ChildPlan, keepRunning, runToEnd } from './child.ts';
import { childPlans, watchedFolders, webBuildPlan, webPlan } from './children.ts';
import { claimDataFolder } from './claim-data-folder.ts';
import { demoLogins } from './demo-logins.ts';
import { assertPortsFree, type NeededPort } from './ports.ts';
import { prepareDataFolder } from './prepare-data-folder.ts';
import { localSecrets } from './secrets.ts';
import type { Settings } from './settings.ts';
import { tellingLines } from './telling-lines.ts';
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
  readonly #firstEnds = new Map<string, Promise<string>>();
  #openingPostgres: Promise<EmbeddedPostgres> | undefined;
  #giveFolderBack: (() => Promise<void>) | undefined;
  #scarce: string[] = [];

  /** @param onDatabaseLost called when Postgres ends by itself: nothing can go on without it. */
  constructor(settings: Settings, say: Say, onDatabaseLost: () => void) {
    this.#settings = settings;
    this.#say = say;
    this.#onDatabaseLost = onDatabaseLost;
  }

  /**
   * Starts Postgres, brings the tables up to date, then api, worker, simulated stores and the web app, and restarts each that crashes.
   * @throws in plain words when something does not come up; `stop` then ends what runs.
   */
  async start(): Promise<void> {
    const { ports, host, metricsHost, dataDir, demo, stores, sandbox, watch } = this.#settings;
    await prepareDataFolder(dataDir);
    this.#giveFolderBack = await claimDataFolder(dataDir, this.#address());
    await assertPortsFree(neededPorts(this.#settings));
    this.#scarce = await checkMachine({
      ...this.#settings,
      photosFolder: photosFolder(this.#settings.objectStore, dataDir),
      hasOwnDatabase: this.#settings.databaseUrl === undefined,
    });
    const secrets = { ...(await localSecrets(dataDir)), ...this.#givenSecrets() };
    // The longest part of a first start, and it needs nothing of the others.
    const webBuilt = watch ? Promise.resolve() : this.#buildWeb();
    // The first failure is reported; a build that fails after that is not news.
    webBuilt.catch(() => {});
    const run = (plan: ChildPlan, watched: string[] = []) => {
      if (this.#stopped.signal.aborted) return;
      const child = keepRunning(plan);
      this.#children.push(child);
      this.#firstEnds.set(plan.name, child.firstEnd);
      if (watch)
        onSourcesChanged(watched, () => {
          plan.say('sources changed, starts again');
          child.restart().catch((fault: unknown) => plan.say(String(fault)));
        });
    };
    const ready = async (plan: ChildPlan, url: string) => {
      const given = new AbortController();
      const ended = this.#firstEnds.get(plan.name)?.then((how) => {
        given.abort();
        return how;
      });
      const cameUp = await answers(
        url,
        readyTimeoutMs,
        AbortSignal.any([this.#stopped.signal, given.signal]),
      );
      if (this.#stopped.signal.aborted) return;
      if (!cameUp) {
        const what = given.signal.aborted ? `ended (${await ended})` : `does not answer at ${url}`;
        throw new Error(
          `${plan.name} ${what}. From ${relative('.', plan.logFile)}:\n${await tellingLines(plan.logFile)}`,
        );
      }
      plan.say('ready');
    };
    const web = webPlan(this.#settings, this.#say);
    const self = hostInUrl(host);
    const webUrl = `http://${self}:${ports.web}`;
    if (watch) run(web);
    // The development server compiles a page when somebody asks for it: the first one while the API starts.
    const firstPage = watch ? answers(`${webUrl}/sign-in`, readyTimeoutMs, this.#stopped.signal) : undefined;

    const databaseUrl = await this.#openDatabase();
    const plans = childPlans(this.#settings, secrets, databaseUrl, this.#say);
    if (demo) await runToEnd(plans.seed, this.#stopped.signal);
    const startApi = async () => {
      run(plans.api, watchedFolders.api);
      await ready(plans.api, `http://${self}:${ports.api}/healthz`);
    };
    const startPipeline = async () => {
      if (sandbox) {
        run(plans.cloud, watchedFolders.cloud);
        await ready(plans.cloud, `http://127.0.0.1:${ports.sandbox}/sandbox`);
      }
      run(plans.worker, watchedFolders.worker);
      await ready(plans.worker, `http://${hostInUrl(metricsHost)}:${ports.workerMetrics}/metrics`);
      if (stores) run(plans.simulator, watchedFolders.simulator);
    };
    const startWeb = async () => {
      await webBuilt;
      if (!watch) run(web);
      await firstPage;
      await ready(web, `${webUrl}/`);
      if (this.#stopped.signal.aborted) return;
      for (const line of await this.#welcome(databaseUrl, secrets.demoPassword)) this.#say('', line);
    };

    if (watch) {
      // Only what the first page needs runs before that page: compiling it keeps both cores of a small machine busy.
      await startApi();
      await startWeb();
      await startPipeline();
    } else {
      await Promise.all([startApi(), startPipeline()]);
      await startWeb();
    }
  }

  /** Ends the children, then Postgres. */
  async stop(): Promise<void> {
    this.#stopped.abort();
    await Promise.all(this.#children.map((child) => child.stop(childGraceMs)));
    const postgres = await this.#openingPostgres?.catch(() => undefined);
    await postgres?.stop();
    await this.#giveFolderBack?.();
  }

  #address(): string {
    const { publicUrl, host, ports } = this.#settings;
    return webAddress(publicUrl, host, ports.web);
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
      this.#openingPostgres = startEmbeddedPostgres({ dataDir, log: say, signal: this.#stopped.signal });
      const postgres = await this.#openingPostgres;
      // Its owner ends it at any time, and this instance would go on without a database.
      if (postgres.attached)
        throw new Error(
          `Another process uses the database of the data folder ${dataDir}. Stop it first, or set GONDOLA_DATA_DIR to another folder.`,
        );
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
    const { ports, host, publicUrl, dataDir, demo } = this.#settings;
    const logins = demo ? await demoLogins(databaseUrl) : [];
    const self = hostInUrl(host) === '127.0.0.1' ? 'localhost' : hostInUrl(host);
    return [
      '',
      `Gondola is ready: ${this.#address()}`,
      ...(isOpenWithoutAddress(publicUrl, host)
        ? [
            '  Sign-in works at this address only. For other machines, set PUBLIC_URL to the address that they open.',
          ]
        : []),
      ...(publicUrl !== undefined
        ? [`  (PUBLIC_URL; your proxy forwards to http://${self}:${ports.web})`]
        : []),
      ...logins.map(({ email, role }) => `  ${email.padEnd(30)} password ${demoPassword}   (${role})`),
      `GraphQL: http://${self}:${ports.api}/graphql   metrics: http://${self}:${ports.metrics}/metrics`,
      `Data: ${dataDir}   logs: ${relative('.', dataDir)}/logs`,
      ...this.#scarce.map((sentence) => `Warning: ${sentence}`),
      'Ctrl-C stops everything.',
    ];
  }
}

function neededPorts({ host, metricsHost, ports, sandbox }: Settings): NeededPort[] {
  const ofHost = { host, hostVariable: 'HOST' };
  return [
    { ...ofHost, variable: 'PORT_WEB', port: ports.web },
    { ...ofHost, variable: 'PORT_API', port: ports.api },
    { ...ofHost, variable: 'PORT_METRICS', port: ports.metrics },
    {
      host: metricsHost,
      hostVariable: 'METRICS_HOST',
      variable: 'PORT_METRICS',
      port: ports.workerMetrics,
      use: 'one higher, for the worker',
    },
    ...(sandbox ? [{ host: '127.0.0.1', variable: 'PORT_SANDBOX', port: ports.sandbox }] : []),
  ];
}

/** Returns the folder of the photos, or the data folder as long as that folder is absent; null for a bucket. */
function photosFolder(objectStore: string, dataDir: string): string | null {
  if (!objectStore.startsWith('file:')) return null;
  const folder = objectStore.startsWith('file://')
    ? fileURLToPath(objectStore)
    : resolve(objectStore.slice(5));
  return existsSync(folder) ? folder : dataDir;
}
