import { join } from 'node:path';
import { sandboxModels } from '@gondola/simulator/cloud';
import { hostInUrl, webAddress } from './addresses.ts';
import type { ChildPlan } from './child.ts';
import type { LocalSecrets } from './secrets.ts';
import type { Settings } from './settings.ts';

const root = join(import.meta.dirname, '../..');

export type ChildName = 'api' | 'worker' | 'cloud' | 'simulator' | 'web' | 'seed';

const next = join(root, 'node_modules/next/dist/bin/next');
/** Only what talks to the database is told where it is. */
const noDatabase = { DATABASE_URL: '', AUTH_SECRET: '', NEXT_TELEMETRY_DISABLED: '1' };

/** The production build of the web app, which needs no other process. */
export const webBuildPlan = (
  { dataDir }: Settings,
  say: (name: string, message: string) => void,
): ChildPlan => ({
  name: 'web-build',
  args: [next, 'build'],
  cwd: join(root, 'apps/web'),
  env: noDatabase,
  logFile: join(dataDir, 'logs', 'web-build.log'),
  say: (message) => say('web-build', message),
});

/** The server of the web app, which needs an address of the API and nothing else. */
export const webPlan = (
  { dataDir, host, ports, watch }: Settings,
  say: (name: string, message: string) => void,
): ChildPlan => ({
  name: 'web',
  args: [join(root, 'apps/web/src/main.ts')],
  cwd: join(root, 'apps/web'),
  env: {
    ...noDatabase,
    NODE_ENV: watch ? 'development' : 'production',
    HOST: host,
    PORT_WEB: String(ports.web),
    GONDOLA_DATA_DIR: dataDir,
    GONDOLA_STOP_WITH_PARENT: '1',
    API_URL: apiUrlOf(host, ports),
  },
  logFile: join(dataDir, 'logs', 'web.log'),
  say: (message) => say('web', message),
});

const apiUrlOf = (host: string, ports: Settings['ports']): string =>
  process.env.API_URL || `http://${hostInUrl(host)}:${ports.api}`;

/** Without PUBLIC_URL the API takes sign-in under the names of this machine; an address that only HOST names is none of them. */
const publicUrlOf = ({ publicUrl, host, ports }: Settings): Record<string, string> => {
  const address = webAddress(publicUrl, host, ports.web);
  return publicUrl === undefined && new URL(address).hostname === 'localhost' ? {} : { PUBLIC_URL: address };
};

/** What each other process is and is told, given where things are. */
export function childPlans(
  settings: Settings,
  secrets: LocalSecrets,
  databaseUrl: string,
  say: (name: string, message: string) => void,
): Record<Exclude<ChildName, 'web'>, ChildPlan> {
  const { ports, dataDir, host } = settings;
  const shared = { GONDOLA_DATA_DIR: dataDir, GONDOLA_STOP_WITH_PARENT: '1' };
  const server = {
    ...shared,
    DATABASE_URL: databaseUrl,
    OBJECT_STORE: settings.objectStore,
    AUTH_SECRET: secrets.authSecret,
    HOST: host,
    ...publicUrlOf(settings),
    PORT_API: String(ports.api),
    PORT_WEB: String(ports.web),
  };
  const sandboxUrl = `http://127.0.0.1:${ports.sandbox}`;

  const plan = (name: ChildName, args: string[], env: Record<string, string>): ChildPlan => ({
    name,
    args,
    cwd: root,
    env,
    logFile: join(dataDir, 'logs', `${name}.log`),
    say: (message) => say(name, message),
  });
  return {
    seed: plan('seed', ['apps/api/src/seed-demo.ts'], { ...server, DEMO_PASSWORD: secrets.demoPassword }),
    api: plan('api', ['apps/api/src/main.ts'], {
      ...server,
      PORT_METRICS: String(ports.metrics),
      GONDOLA_DEMO: settings.demo ? '1' : '0',
      // The API refuses a sandbox in production, where nobody switches faults on a screen.
      ...(settings.sandbox && process.env.NODE_ENV !== 'production' ? { SANDBOX_URL: sandboxUrl } : {}),
    }),
    worker: plan('worker', ['packages/pipeline/src/main.ts'], {
      ...server,
      PORT_METRICS: String(ports.workerMetrics),
      ...(settings.sandbox ? sandboxTier1(sandboxUrl) : {}),
    }),
    cloud: plan('cloud', ['packages/simulator/src/cloud-main.ts'], {
      ...shared,
      ...noDatabase,
      PORT_SANDBOX: String(ports.sandbox),
    }),
    simulator: plan('simulator', ['packages/simulator/src/main.ts'], {
      ...shared,
      ...noDatabase,
      API_URL: apiUrlOf(host, ports),
      ...publicUrlOf(settings),
      PORT_WEB: String(ports.web),
      DEMO_EMAIL: 'admin@demo.gondola.local',
      DEMO_PASSWORD: secrets.demoPassword,
      ...(settings.sandbox ? { SANDBOX_URL: sandboxUrl } : {}),
    }),
  };
}

/** Rekognition as the sandbox speaks it: its model, and keys that it takes for good as long as they are some. */
const sandboxTier1 = (url: string): Record<string, string> => ({
  TIER1_PROVIDER: 'rekognition',
  TIER1_ENDPOINT: url,
  AWS_REGION: sandboxModels.rekognition.region,
  AWS_ACCESS_KEY_ID: 'sandbox',
  AWS_SECRET_ACCESS_KEY: 'sandbox',
  REKOGNITION_PROJECT_VERSION_ARN: sandboxModels.rekognition.projectVersionArn,
});

/** Folders whose changes a process must see in watch mode. The web app watches its own. */
export const watchedFolders: Partial<Record<ChildName, string[]>> = {
  api: ['apps/api/src', 'packages/pipeline/src', 'drizzle'],
  worker: ['packages/pipeline/src', 'drizzle'],
  cloud: ['packages/simulator/src/cloud'],
  simulator: ['packages/simulator/src', 'packages/pipeline/src'],
};
