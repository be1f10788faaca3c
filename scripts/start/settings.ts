import { join, resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { checkDatabaseUrl } from '@gondola/db/database-url';

export interface Settings {
  /** The demo's people may sign in. */
  demo: boolean;
  /** The simulated stores run too. */
  stores: boolean;
  /** Sources are watched: a changed process starts again, the web app reloads. */
  watch: boolean;
  dataDir: string;
  /** Undefined: the embedded Postgres. */
  databaseUrl: string | undefined;
  authSecret: string | undefined;
  demoPassword: string | undefined;
  /** Address that the API and the web app listen on. */
  host: string;
  /** Address that the worker's Prometheus page listens on. */
  metricsHost: string;
  /** PUBLIC_URL, where given: the address under which people open the web app. */
  publicUrl: string | undefined;
  /** MB free on the photos' disk below which new captures are refused. */
  minFreeMb: number;
  objectStore: string;
  /** npm started us: when it is gone, so are we. */
  endsWithParent: boolean;
  ports: { web: number; api: number; metrics: number; workerMetrics: number; sandbox: number };
  /** Tier 1 of the demo is the sandbox cloud, unless the environment names a real one. */
  sandbox: boolean;
}

/**
 * What the command line and the environment ask of `npm start`.
 * @throws in plain words on an unknown option, or on a variable that is none of its kind.
 */
export function readSettings(args: string[], env: NodeJS.ProcessEnv): Settings {
  const { values } = parseArgs({
    args,
    options: { 'no-demo': { type: 'boolean' }, 'no-stores': { type: 'boolean' }, watch: { type: 'boolean' } },
  });
  const demo = !values['no-demo'];
  const stores = demo && !values['no-stores'];
  const metrics = port(env, 'PORT_METRICS', 9464);
  const dataDir = resolve(env.GONDOLA_DATA_DIR || '.gondola');
  return {
    demo,
    stores,
    watch: values.watch ?? false,
    dataDir,
    databaseUrl: env.DATABASE_URL ? checkDatabaseUrl(env.DATABASE_URL) : undefined,
    authSecret: env.AUTH_SECRET || undefined,
    demoPassword: env.DEMO_PASSWORD || undefined,
    host: env.HOST || '127.0.0.1',
    metricsHost: env.METRICS_HOST || '127.0.0.1',
    publicUrl: webUrl(env, 'PUBLIC_URL'),
    minFreeMb: wholeNumber(env, 'INTAKE_MIN_FREE_MB', 512),
    objectStore: env.OBJECT_STORE || `file:${join(dataDir, 'objects')}`,
    endsWithParent: env.npm_lifecycle_event !== undefined,
    ports: {
      web: port(env, 'PORT_WEB', 3000),
      api: port(env, 'PORT_API', 4000),
      metrics,
      workerMetrics: metrics + 1,
      sandbox: port(env, 'PORT_SANDBOX', 4700),
    },
    sandbox: stores && !env.TIER1_PROVIDER,
  };
}

function port(env: NodeJS.ProcessEnv, name: string, fallback: number): number {
  const given = env[name];
  if (!given) return fallback;
  const number = Number(given);
  if (Number.isInteger(number) && number > 0 && number < 65_535) return number;
  throw new Error(`${name} is "${given}": a port is a whole number from 1 to 65534.`);
}

function wholeNumber(env: NodeJS.ProcessEnv, name: string, fallback: number): number {
  const given = env[name];
  if (!given) return fallback;
  if (/^\d+$/.test(given)) return Number(given);
  throw new Error(`${name} is "${given}": a whole number, 0 or more, is needed.`);
}

function webUrl(env: NodeJS.ProcessEnv, name: string): string | undefined {
  const given = env[name];
  if (!given) return undefined;
  const protocol = URL.parse(given)?.protocol;
  if (protocol === 'http:' || protocol === 'https:') return given;
  throw new Error(`${name} is "${given}": an address such as https://gondola.example.com is needed.`);
}
