import { join } from 'node:path';
import { sandboxModels } from '@gondola/simulator/cloud';
import type { ChildPlan } from './child.ts';
import type { LocalSecrets } from './secrets.ts';
import type { Settings } from './settings.ts';

const root = join(import.meta.dirname, '../..');

export type ChildName = 'api' | 'worker' | 'cloud' | 'simulator' | 'web' | 'seed';

const next = join(root, 'node_modules/next/dist/bin/next');
/** By webpack: under Turbopack the first page never came up on a machine of two cores. */
const webDevelopment = ['dev', '--webpack'];
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

/** What each process is and is told, given where things are. */
export function childPlans(
  settings: Settings,
  secrets: LocalSecrets,
  databaseUrl: string,
  say: (name: string, message: string) => void,
): Record<ChildName, ChildPlan> {
  const { ports, dataDir, host } = settings;
  const apiUrl = `http://127.0.0.1:${ports.api}`;
  const shared = { GONDOLA_DATA_DIR: dataDir, GONDOLA_STOP_WITH_PARENT: '1' };
  const server = {
    ...shared,
    DATABASE_URL: databaseUrl,
    OBJECT_STORE: process.env.OBJECT_STORE || `file:${join(dataDir, 'objects')}`,
    AUTH_SECRET: secrets.authSecret,
    HOST: host,
    PORT_API: String(ports.api),
    PORT_WEB: String(ports.web),
  };
  const sandboxUrl = `http://127.0.0.1:${ports.sandbox}`;
  const outside = { ...noDatabase, API_URL: process.env.API_URL || apiUrl };

  const plan = (name: ChildName, args: string[], env: Record<string, string>, cwd = root): ChildPlan => ({
    name,
    args,
    cwd,
    env,
    logFile: join(dataDir, 'logs', `${name}.log`),
    say: (message) => say(name, message),
  });
  return {
    seed: plan('seed', ['apps/api/src/seed-demo.ts'], { ...server, DEMO_PASSWORD: secrets.demoPassword }),
    api: plan('api', ['apps/api/src/main.ts'], {
      ...server,
      PORT_METRICS: String(ports.metrics),
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
      ...outside,
      PORT_WEB: String(ports.web),
      DEMO_EMAIL: 'admin@demo.gondola.local',
      DEMO_PASSWORD: secrets.demoPassword,
      ...(settings.sandbox ? { SANDBOX_URL: sandboxUrl } : {}),
    }),
    web: plan(
      'web',
      [
        next,
        ...(settings.watch ? webDevelopment : ['start']),
        '--port',
        String(ports.web),
        '--hostname',
        host,
      ],
      { ...shared, ...outside },
      join(root, 'apps/web'),
    ),
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
