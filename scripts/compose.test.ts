import { existsSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { parse } from 'yaml';

const root = join(import.meta.dirname, '..');
const read = (file: string) => readFile(join(root, file), 'utf8');

interface Service {
  image?: string;
  build?: string;
  command?: string[];
  working_dir?: string;
  environment?: Record<string, string>;
  healthcheck?: { test: string[]; interval: string; timeout: string; retries: number; start_period: string };
  depends_on?: Record<string, { condition: string }>;
  ports?: string[];
  volumes?: string[];
  restart?: string;
  stop_grace_period?: string;
}
interface ComposeFile {
  name: string;
  services: Record<string, Service>;
  volumes: Record<string, null>;
}

const text = await read('docker-compose.yml');
const compose = parse(text, { merge: true }) as ComposeFile;
const services = Object.entries(compose.services);
const exampleVariables = new Set(
  [...(await read('.env.example')).matchAll(/^#?([A-Z][A-Z0-9_]*)=/gm)].map((match) => match[1] ?? ''),
);

test('the compose file has the four processes, the one-shot migration and the database, and no unknown top-level key', () => {
  expect(Object.keys(compose.services).toSorted()).toEqual(['api', 'migrate', 'postgres', 'web', 'worker']);
  for (const key of Object.keys(compose)) expect(key).toMatch(/^(name|services|volumes|x-[a-z-]+)$/);
});

test('every service names an image with a fixed tag, and what is built has its Dockerfile on the same Node as ours', async () => {
  for (const [name, { image, build }] of services) {
    expect(image, name).toMatch(/^[a-z]+:(local|\d+\.\d+[\w.-]*)$/);
    expect(image?.endsWith(':local'), name).toBe(build === '.');
  }
  const dockerfile = await read('Dockerfile');
  const { dependencies } = JSON.parse(await read('package.json')) as { dependencies: { node: string } };
  const bases = [...dockerfile.matchAll(/^FROM (\S+)/gm)].map((match) => match[1]);
  expect(new Set(bases)).toEqual(new Set([`node:${dependencies.node}-slim`]));
  expect(dockerfile).toMatch(/^USER node$/m);
});

test('the Dockerfile copies the package.json of every workspace before it installs', async () => {
  const lock = JSON.parse(await read('package-lock.json')) as {
    packages: Record<string, { link?: boolean; resolved?: string }>;
  };
  const workspaces = Object.values(lock.packages).flatMap(({ link, resolved }) =>
    link && resolved ? [resolved] : [],
  );
  expect(workspaces.length).toBeGreaterThan(4);
  const beforeInstall = (await read('Dockerfile')).split('RUN npm ci')[0] ?? '';
  for (const workspace of workspaces)
    expect(beforeInstall).toContain(`COPY ${workspace}/package.json ${workspace}/`);
});

test('health checks have the exec form and durations that Compose knows', () => {
  const duration = /^\d+(us|ms|s|m|h)$/;
  for (const [name, { healthcheck }] of services) {
    if (name === 'migrate') continue;
    expect(healthcheck?.test[0], name).toBe('CMD');
    expect(healthcheck?.test.length, name).toBeGreaterThan(1);
    for (const value of [healthcheck?.interval, healthcheck?.timeout, healthcheck?.start_period])
      expect(value, name).toMatch(duration);
    expect(Number.isInteger(healthcheck?.retries), name).toBe(true);
  }
});

test('a service waits for others by a condition that they can meet', () => {
  for (const [name, { depends_on = {} }] of services) {
    for (const [other, { condition }] of Object.entries(depends_on)) {
      const target = compose.services[other];
      expect(target, `${name} -> ${other}`).toBeDefined();
      if (condition === 'service_healthy') expect(target?.healthcheck, `${name} -> ${other}`).toBeDefined();
      else {
        expect(condition).toBe('service_completed_successfully');
        // One that is started again for ever never completes.
        expect(target?.restart, `${name} -> ${other}`).toBe('no');
      }
    }
  }
});

test('ports are bound to loopback, and volumes are declared', () => {
  for (const [name, { ports = [], volumes = [] }] of services) {
    for (const port of ports) expect(port, name).toMatch(/^127\.0\.0\.1:\$\{PORT_[A-Z]+:-\d+\}:\d+$/);
    for (const volume of volumes) {
      const [source = '', target = ''] = volume.split(':');
      expect(Object.keys(compose.volumes), name).toContain(source);
      expect(target.startsWith('/'), name).toBe(true);
    }
  }
});

test('programs that the services run are in the repository or in a locked package', () => {
  for (const [name, { command, working_dir = '/app' }] of services) {
    const program = command?.[1];
    if (program === undefined) continue;
    expect(existsSync(join(root, working_dir.replace(/^\/app\/?/, ''), program)), `${name}: ${program}`).toBe(
      true,
    );
  }
});

test('secrets have no default, and every variable of the compose file is in .env.example', () => {
  const used = [...text.matchAll(/\$\{([A-Z0-9_]+)(:[-?][^}]*)?\}/g)];
  expect(used.length).toBeGreaterThan(5);
  for (const [, name = '', fallback = ''] of used) {
    expect(exampleVariables, name).toContain(name);
    if (/SECRET|PASSWORD/.test(name)) expect(fallback, name).toMatch(/^:\?/);
  }
});

test('.env.example names every variable that a process reads', async () => {
  const files = [
    'packages/pipeline/src/env.ts',
    'packages/simulator/src/env.ts',
    'apps/api/src/env.ts',
    'apps/web/src/env.ts',
  ];
  const scripts = ['scripts/db-migrate.ts', 'scripts/start/settings.ts', 'scripts/start/children.ts'];
  const names = new Set<string>();
  for (const file of [...files, ...scripts]) {
    const source = await read(file);
    for (const match of source.matchAll(
      /^\s+([A-Z][A-Z0-9_]+): (?:z\b|port\(|flag\b)|\benv\.([A-Z][A-Z0-9_]+)|\bport\(env, '([A-Z_]+)'|\['([A-Z][A-Z0-9_]+)'\]/gm,
    ))
      names.add(match[1] ?? match[2] ?? match[3] ?? match[4] ?? '');
  }
  expect(names.size).toBeGreaterThan(15);
  expect([...names].filter((name) => !exampleVariables.has(name))).toEqual([]);
});
