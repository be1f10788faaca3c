import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { openSandboxCloud, type SandboxCloud, sandboxModels } from '@gondola/simulator/cloud';
import { instance } from './instance.ts';

// Next to the ports of the instance that the specs share.
const ports = { web: 3187, api: 4187, metrics: 9587 };

/** The addresses of the instance with a tier 1, once it runs. */
export const sandboxAddresses = {
  webUrl: `http://localhost:${ports.web}`,
  apiUrl: `http://127.0.0.1:${ports.api}`,
};

export interface SandboxInstance {
  cloud: SandboxCloud;
  stop(): Promise<void>;
}

/**
 * Starts an instance for one spec, with a sandbox cloud as tier 1. The shared instance has none, so outages do not
 * affect other specs. Both use the same build of the web app.
 */
export async function startSandboxInstance(): Promise<SandboxInstance> {
  const dataDir = await mkdtemp(join(tmpdir(), 'gondola-e2e-sandbox-'));
  const cloud = await openSandboxCloud();
  const child = spawn(process.execPath, [join(import.meta.dirname, '../scripts/start.ts'), '--no-stores'], {
    env: {
      ...process.env,
      ...instance.env,
      GONDOLA_DATA_DIR: dataDir,
      PORT_WEB: String(ports.web),
      PORT_API: String(ports.api),
      PORT_METRICS: String(ports.metrics),
      SANDBOX_URL: cloud.url,
      TIER1_PROVIDER: 'rekognition',
      TIER1_ENDPOINT: cloud.url,
      AWS_REGION: sandboxModels.rekognition.region,
      // The sandbox accepts any key, as long as a request is signed.
      AWS_ACCESS_KEY_ID: 'sandbox',
      AWS_SECRET_ACCESS_KEY: 'sandbox',
      REKOGNITION_PROJECT_VERSION_ARN: sandboxModels.rekognition.projectVersionArn,
    },
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  const stop = async () => {
    await end(child);
    await cloud.stop();
    await rm(dataDir, { recursive: true, force: true });
  };
  try {
    await saysItIsReady(child);
  } catch (error) {
    await stop();
    throw error;
  }
  return { cloud, stop };
}

async function saysItIsReady(child: ChildProcess): Promise<void> {
  const said: string[] = [];
  const { promise, resolve, reject } = Promise.withResolvers<void>();
  if (child.stdout)
    createInterface({ input: child.stdout }).on('line', (line) => {
      said.push(line);
      if (line.startsWith('Gondola is ready')) resolve();
    });
  child.once('exit', (code) => reject(new Error(`the instance ended (${code}):\n${said.join('\n')}`)));
  await promise;
}

async function end(child: ChildProcess): Promise<void> {
  if (child.exitCode !== null || child.signalCode !== null) return;
  const exited = once(child, 'exit');
  child.kill('SIGTERM');
  await exited;
}
