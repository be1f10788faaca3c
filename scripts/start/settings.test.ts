import { once } from 'node:events';
import { mkdtemp, rm, stat } from 'node:fs/promises';
import { createServer, type Server } from 'node:net';
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
    stores: false,
    databaseUrl: undefined,
  });
  expect(readSettings(['--no-stores'], {})).toMatchObject({ demo: true, stores: false, sandbox: false });
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

test('a port in use is named together with its variable, and only that one is advised to change', async () => {
  const other = createServer().listen(0, '127.0.0.1');
  await once(other, 'listening');
  const port = portOf(other);
  const needed = { host: '127.0.0.1', hostVariable: 'HOST', port };
  await expect(assertPortsFree([{ ...needed, variable: 'PORT_SANDBOX' }])).rejects.toThrow(
    new RegExp(
      `Another program uses port ${port} \\(PORT_SANDBOX\\).*for example: PORT_SANDBOX=\\d+ npm start$`,
    ),
  );
  other.close();
  await once(other, 'close');
  await assertPortsFree([{ ...needed, variable: 'PORT_SANDBOX' }]);
});

test('a port is in use also where another program has it on ::1 alone, at which browsers open localhost', async () => {
  const other = createServer().listen(0, '::1');
  await once(other, 'listening');
  await expect(
    assertPortsFree([{ host: '127.0.0.1', variable: 'PORT_WEB', port: portOf(other) }]),
  ).rejects.toThrow('(PORT_WEB)');
  other.close();
  await once(other, 'close');
});

test('an address of another machine is refused by the name of its variable', async () => {
  const needed = { host: '192.0.2.1', hostVariable: 'HOST', variable: 'PORT_WEB', port: 3000 };
  await expect(assertPortsFree([needed])).rejects.toThrow('This machine has no address 192.0.2.1 (HOST).');
});

const portOf = (server: Server): number => {
  const address = server.address();
  return typeof address === 'object' && address ? address.port : 0;
};

test('warnings and errors of a child reach the screen, its other lines do not', () => {
  expect(noteworthy('{"level":"info","msg":"listening"}')).toBeUndefined();
  expect(noteworthy('{"level":40,"msg":"slow disk"}')).toBe('warning: slow disk');
  expect(noteworthy('{"level":"error","msg":"failed","err":{"message":"no route"}}')).toBe(
    'error: failed: no route',
  );
  expect(noteworthy('Error: listen EADDRINUSE')).toBe('Error: listen EADDRINUSE');
  expect(noteworthy('compiled in 3 s')).toBeUndefined();
});
