import { once } from 'node:events';
import { mkdtemp, rm, stat } from 'node:fs/promises';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { noteworthy } from './noteworthy.ts';
import { assertPortsFree } from './ports.ts';
import { localSecrets } from './secrets.ts';
import { readSettings } from './settings.ts';

test('ports and folders have the documented defaults, and the simulator runs unless it is left out', () => {
  const settings = readSettings([], {});
  expect(settings.ports).toEqual({
    web: 3000,
    api: 4000,
    metrics: 9464,
    workerMetrics: 9465,
    sandbox: 4700,
  });
  expect(settings.sandbox).toBe(true);
  expect(readSettings([], { TIER1_PROVIDER: 'vertex' }).sandbox).toBe(false);
  expect(settings.dataDir.endsWith('.gondola')).toBe(true);
  expect(settings.demo).toBe(true);
  expect(readSettings(['--no-demo'], { DATABASE_URL: '' })).toMatchObject({
    demo: false,
    databaseUrl: undefined,
  });
});

test('a port that is none and an option that is unknown are refused in plain words', () => {
  expect(() => readSettings([], { PORT_WEB: 'web' })).toThrow('PORT_WEB is "web": a port is a whole number');
  expect(() => readSettings(['--demo-less'], {})).toThrow("Unknown option '--demo-less'");
});

test('secrets are made once, of two first starts both get the same, and only the owner can read them', async () => {
  const dataDir = await mkdtemp(join(tmpdir(), 'gondola-secrets-'));
  try {
    const [one, other] = await Promise.all([localSecrets(dataDir), localSecrets(dataDir)]);
    expect(one).toEqual(other);
    expect(await localSecrets(dataDir)).toEqual(one);
    expect(one.authSecret.length).toBeGreaterThanOrEqual(32);
    expect((await stat(join(dataDir, 'secrets.json'))).mode & 0o777).toBe(0o600);
  } finally {
    await rm(dataDir, { recursive: true });
  }
});

test('a port in use is named together with its variable', async () => {
  const other = createServer().listen(0, '127.0.0.1');
  await once(other, 'listening');
  const address = other.address();
  const port = typeof address === 'object' && address ? address.port : 0;
  await expect(assertPortsFree('127.0.0.1', { PORT_WEB: port })).rejects.toThrow(
    `Another program uses port ${port} (PORT_WEB)`,
  );
  other.close();
  await once(other, 'close');
  await assertPortsFree('127.0.0.1', { PORT_WEB: port });
});

test('warnings and errors of a child reach the screen, its other lines do not', () => {
  expect(noteworthy('{"level":"info","msg":"listening"}')).toBeUndefined();
  expect(noteworthy('{"level":40,"msg":"slow disk"}')).toBe('warning: slow disk');
  expect(noteworthy('{"level":"error","msg":"failed","err":{"message":"no route"}}')).toBe(
    'error: failed: no route',
  );
  expect(noteworthy('Error: listen EADDRINUSE')).toBe('Error: listen EADDRINUSE');
  expect(noteworthy('compiled in 3 s')).toBeUndefined();
});
