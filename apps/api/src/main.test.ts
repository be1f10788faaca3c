import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { createInterface } from 'node:readline';
import { fileURLToPath } from 'node:url';
import { user } from '@gondola/db';
import { createTestDatabase } from '@gondola/db/testing';
import { afterAll, expect, test } from 'vitest';

const { db, url: databaseUrl } = await createTestDatabase('api_main');
const dataDir = await mkdtemp(path.join(tmpdir(), 'gondola-api-main-'));
afterAll(() => rm(dataDir, { recursive: true, force: true }));

/** Several processes start one after the other, seconds each on a loaded machine. */
const timeout = 120_000;

const environment = {
  PATH: process.env.PATH ?? '',
  DATABASE_URL: databaseUrl,
  GONDOLA_DATA_DIR: dataDir,
  PORT_API: '0',
  PORT_METRICS: '0',
  AUTH_SECRET: 'a secret of this test alone, 32 or more',
};

const run = (file: string, env: Record<string, string> = {}) =>
  runNode([fileURLToPath(new URL(file, import.meta.url))], env);

function runNode(args: string[], env: Record<string, string> = {}) {
  const child = spawn(process.execPath, args, { env: { ...environment, ...env } });
  let stderr = '';
  child.stderr.setEncoding('utf8').on('data', (text: string) => {
    stderr += text;
  });
  return { child, exited: once(child, 'exit'), stderr: () => stderr };
}

async function startProcess(env: Record<string, string> = {}) {
  const process = run('./main.ts', env);
  for await (const line of createInterface({ input: process.child.stdout })) {
    const { msg, url, metricsUrl } = JSON.parse(line) as Record<string, string>;
    if (msg === 'listening') {
      process.child.stdout.resume();
      return { ...process, url: url ?? '', metricsUrl: metricsUrl ?? '' };
    }
  }
  throw new Error(`the API did not start: ${process.stderr()}`);
}

test('the process says that it is alive and ready, serves metrics, and ends on SIGTERM', {
  timeout,
}, async () => {
  const api = await startProcess();
  expect((await fetch(`${api.url}/healthz`)).status).toBe(200);
  const ready = await fetch(`${api.url}/readyz`);
  expect(await ready.json()).toEqual({
    ready: true,
    checks: { database: 'ok', schema: 'ok', objectStore: 'ok', process: 'ok' },
  });
  const metrics = await (await fetch(api.metricsUrl)).text();
  expect(metrics).toMatch(/gondola_queue_depth\{queue="preprocess",state="ready"\} 0/);
  expect(metrics).toContain('gondola_captures_total{outcome="ACCEPTED"} 0');
  expect(metrics).toContain('gondola_dead_letters_total{stage="intake",reason="FIELD_MISSING"} 0');
  expect((await fetch(`${api.url}/metrics`)).status).toBe(404);
  const begun = Date.now();
  api.child.kill('SIGTERM');
  expect((await api.exited)[0]).toBe(0);
  expect(Date.now() - begun).toBeLessThan(10_000);
});

test('told to stop with its parent, the process ends when standard input closes', { timeout }, async () => {
  const api = await startProcess({ GONDOLA_STOP_WITH_PARENT: '1' });
  api.child.stdin.end();
  expect((await api.exited)[0]).toBe(0);
});

test('an environment that does not fit is refused with all its problems', { timeout }, async () => {
  const { exited, stderr } = run('./main.ts', {
    DATABASE_URL: 'mysql://x',
    PORT_API: 'many',
    NODE_ENV: 'production',
    AUTH_SECRET: '',
  });
  expect((await exited)[0]).toBe(1);
  expect(stderr()).toMatch(/DATABASE_URL: [\s\S]*PORT_API: /);
});

test('the demo accounts are made, and made again they stay the same', { timeout }, async () => {
  for (let i = 0; i < 2; i += 1) {
    const { exited, stderr } = run('./seed-demo.ts', { DEMO_PASSWORD: 'shown to whoever starts it' });
    expect({ code: (await exited)[0], stderr: stderr() }).toEqual({ code: 0, stderr: '' });
  }
  const people = await db.select({ email: user.email, role: user.role }).from(user).orderBy(user.email);
  expect(people).toEqual([
    { email: 'admin@demo.gondola.local', role: 'admin' },
    { email: 'analyst@demo.gondola.local', role: 'analyst' },
    { email: 'manager@demo.gondola.local', role: 'category_manager' },
    { email: 'operator@demo.gondola.local', role: 'operator' },
  ]);
});

test('the process loads no image or inference library', { timeout }, async () => {
  const startApi = new URL('./server/start-api.ts', import.meta.url).href;
  const { exited, stderr } = runNode([
    '--input-type=module',
    '--eval',
    `await import(${JSON.stringify(startApi)});
     const loaded = process.report.getReport().sharedObjects.filter((file) => /sharp|vips|onnx/.test(file));
     process.stderr.write(loaded.join());`,
  ]);
  expect({ code: (await exited)[0], stderr: stderr() }).toEqual({ code: 0, stderr: '' });
});
