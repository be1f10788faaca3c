import { resolve } from 'node:path';
import { parseArgs } from 'node:util';

export interface Settings {
  /** The simulated stores run too. */
  demo: boolean;
  /** Sources are watched: a changed process starts again, the web app reloads. */
  watch: boolean;
  dataDir: string;
  /** Undefined: the embedded Postgres. */
  databaseUrl: string | undefined;
  authSecret: string | undefined;
  demoPassword: string | undefined;
  host: string;
  ports: { web: number; api: number; metrics: number; workerMetrics: number; sandbox: number };
  /** Tier 1 of the demo is the sandbox cloud, unless the environment names a real one. */
  sandbox: boolean;
}

/**
 * What the command line and the environment ask of `npm start`.
 * @throws in plain words on an unknown option or a port that is none.
 */
export function readSettings(args: string[], env: NodeJS.ProcessEnv): Settings {
  const { values } = parseArgs({
    args,
    options: { 'no-demo': { type: 'boolean' }, watch: { type: 'boolean' } },
  });
  const metrics = port(env, 'PORT_METRICS', 9464);
  return {
    demo: !values['no-demo'],
    watch: values.watch ?? false,
    dataDir: resolve(env.GONDOLA_DATA_DIR || '.gondola'),
    databaseUrl: env.DATABASE_URL || undefined,
    authSecret: env.AUTH_SECRET || undefined,
    demoPassword: env.DEMO_PASSWORD || undefined,
    host: env.HOST || '127.0.0.1',
    ports: {
      web: port(env, 'PORT_WEB', 3000),
      api: port(env, 'PORT_API', 4000),
      metrics,
      workerMetrics: metrics + 1,
      sandbox: port(env, 'PORT_SANDBOX', 4700),
    },
    sandbox: !values['no-demo'] && !env.TIER1_PROVIDER,
  };
}

function port(env: NodeJS.ProcessEnv, name: string, fallback: number): number {
  const given = env[name];
  if (!given) return fallback;
  const number = Number(given);
  if (Number.isInteger(number) && number > 0 && number < 65_535) return number;
  throw new Error(`${name} is "${given}": a port is a whole number from 1 to 65534.`);
}
