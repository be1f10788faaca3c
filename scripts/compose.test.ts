import { existsSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { apiVariableNames } from '@gondola/api';
import { workerVariableNames } from '@gondola/pipeline/worker-env';
import { expect, test } from 'vitest';
import { readCompose, resolveCompose } from './compose/resolve-compose.testing.ts';
import { readSteps } from './follow-install/read-steps.ts';

const root = join(import.meta.dirname, '..');
const read = (file: string) => readFile(join(root, file), 'utf8');

const text = await read('docker-compose.yml');
const compose = await readCompose();
const services = Object.entries(compose.services);
const withTls = await readCompose('deploy/compose.tls.yml');

/** The Dockerfile's stages, each with its steps on one line. */
const stages = (await read('Dockerfile'))
  .replaceAll(/^#.*\n/gm, '')
  .replaceAll(/\\\n\s*/g, '')
  .split(/^FROM /m)
  .slice(1)
  .map((part) => {
    const [head = '', ...steps] = part.split('\n').filter((line) => line !== '');
    const [from = '', , name = ''] = head.split(' ');
    return { from, name, steps };
  });
const stageOf = (wanted: string) => {
  const found = stages.find(({ name }) => name === wanted);
  if (!found) throw new Error(`The Dockerfile has no stage ${wanted}.`);
  return found;
};
const final = stages.at(-1) ?? stageOf('the last');
const exampleVariables = new Set(
  [...(await read('.env.example')).matchAll(/^#?([A-Z][A-Z0-9_]*)=/gm)].map((match) => match[1] ?? ''),
);

test('the compose file has the four processes, the one-shot migration and the database, and no unknown top-level key', () => {
  expect(Object.keys(compose.services).toSorted()).toEqual(['api', 'migrate', 'postgres', 'web', 'worker']);
  for (const key of Object.keys(compose)) expect(key).toMatch(/^(name|services|volumes|x-[a-z-]+)$/);
});

test('every service names an image with a fixed tag, and what is built has its Dockerfile on the same Node as ours', async () => {
  for (const [name, { image, build }] of [...services, ...Object.entries(withTls.services)]) {
    expect(image, name).toMatch(/^[a-z]+:(local|\d+\.\d+[\w.-]*)$/);
    expect(image?.endsWith(':local'), name).toBe(build === '.');
  }
  const { dependencies } = JSON.parse(await read('package.json')) as { dependencies: { node: string } };
  const images = stages.map(({ from }) => from).filter((from) => !stages.some(({ name }) => name === from));
  expect(new Set(images)).toEqual(new Set([`node:${dependencies.node}-slim`]));
  expect((await read('.nvmrc')).trim()).toBe(dependencies.node);
  expect(final.steps).toContain('USER node');
});

const lock = JSON.parse(await read('package-lock.json')) as {
  packages: Record<string, { link?: boolean; resolved?: string }>;
};
const workspaces = Object.values(lock.packages).flatMap(({ link, resolved }) =>
  link && resolved ? [resolved] : [],
);

test('the Dockerfile copies the package.json of every workspace before it installs', () => {
  expect(workspaces.length).toBeGreaterThan(4);
  const copied = stageOf('manifests').steps.filter((step) => step.startsWith('COPY '));
  for (const workspace of workspaces)
    expect(copied).toContain(`COPY ${workspace}/package.json ${workspace}/`);
  for (const { name, from, steps } of stages) {
    if (steps.some((step) => step.startsWith('RUN npm ci'))) expect(from, name).toBe('manifests');
  }
});

test('the image has production dependencies only, of the packages that its processes are made of', () => {
  const [install = ''] = stageOf('production').steps.filter((step) => step.startsWith('RUN npm ci'));
  expect(install).toContain('--omit=dev');
  const installed = [...install.matchAll(/--workspace (\S+)/g)].map(([, name]) => name);
  expect(installed.toSorted()).toEqual(['@gondola/api', '@gondola/db', '@gondola/pipeline', '@gondola/web']);
  // Not node_modules of the root alone: npm puts some dependencies into those of a workspace.
  expect(final.steps).toContain('COPY --from=production /app ./');
  expect(stageOf('production').steps.join('\n')).toContain('rm -rf packages/simulator packages/testkit e2e');
});

test('the image has no simulator, drills, tests, benchmarks or evaluation, and everything that a service runs', async () => {
  const copied = final.steps
    .filter((step) => step.startsWith('COPY ') && !step.startsWith('COPY --from=production '))
    .flatMap((step) => step.split(/\s+/).slice(1, -1))
    .filter((path) => !path.startsWith('--'));
  expect(copied).not.toContain('.');
  for (const path of copied)
    expect(path).not.toMatch(/simulator|testkit|drills|bench|eval|e2e|docs|examples/);
  const ignored = (await read('.dockerignore')).split('\n');
  expect(ignored).toEqual(
    expect.arrayContaining(['**/*.test.ts', '**/*.test.tsx', '**/*.testing.ts', '**/node_modules', '.env']),
  );
  for (const [name, { build, command, working_dir = '/app' }] of services) {
    if (build === undefined) continue;
    const program = join(working_dir, command?.[1] ?? '').replace('/app/', '');
    const here = copied.some((path) => program === path || program.startsWith(`${path}/`));
    expect(here || program.startsWith('node_modules/'), `${name}: ${program}`).toBe(true);
  }
});

test('what the documents say about Docker Compose names services, files and scripts that exist', async () => {
  const documents = await Promise.all(
    ['docs/operations/install.md', 'docs/operations/doctor.md'].map((file) => read(file)),
  );
  const lines = documents
    .flatMap(readSteps)
    .flatMap(({ commands }) => commands.split('\n'))
    .filter((line) => line.startsWith('docker compose '));
  expect(lines.length).toBeGreaterThan(5);
  for (const line of lines) {
    for (const [, file = ''] of line.matchAll(/ -f (\S+)/g))
      expect(existsSync(join(root, file)), line).toBe(true);
    const [, service, script = ''] = /(?:exec|logs|--scale) (\w+)(?: node (\S+))?/.exec(line) ?? [];
    if (service !== undefined) expect(Object.keys(compose.services), line).toContain(service);
    if (script !== '')
      expect(
        final.steps.some((step) => step.includes(` ${script} `)),
        line,
      ).toBe(true);
  }
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

test('ports are bound to loopback, and volumes are declared or are the read-only folder of files', () => {
  for (const [name, { ports = [], volumes = [] }] of services) {
    for (const port of ports)
      expect(port, name).toMatch(/^(127\.0\.0\.1|\$\{HOST:-127\.0\.0\.1\}):\$\{PORT_[A-Z]+:-\d+\}:\d+$/);
    for (const volume of volumes) {
      if (volume === './deploy/files:/files:ro') continue;
      const [source = '', target = ''] = volume.split(':');
      expect(Object.keys(compose.volumes), name).toContain(source);
      expect(target.startsWith('/'), name).toBe(true);
    }
  }
});

test('no container runs as root, gains rights, or can write outside of its volumes', () => {
  for (const [name, service] of services) {
    expect(service, name).toMatchObject({ read_only: true, cap_drop: ['ALL'] });
    expect(service.tmpfs, name).toContain('/tmp');
    // The user of what is built stands in the Dockerfile.
    if (service.build === undefined) expect(service.user, name).toBe('postgres');
  }
});

test('a worker can be scaled: it has no name and no published port of its own', () => {
  expect(compose.services.worker).not.toHaveProperty('container_name');
  expect(compose.services.worker).not.toHaveProperty('ports');
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

/** What a person may set and Compose decides, or what concerns no process that Compose starts. */
const notForCompose: Record<string, string> = {
  NODE_ENV: 'always production',
  GONDOLA_DATA_DIR: 'the volume, at /data',
  METRICS_HOST: 'all addresses of the container, which publishes no port',
  PORT_METRICS: 'fixed in the container; the published port of the API is variable',
  API_URL: 'the service api',
  GONDOLA_STOP_WITH_PARENT: 'set by npm start for its children',
  GONDOLA_DEMO: 'the image has no demo',
  SANDBOX_URL: 'the image has no sandbox cloud',
  PORT_SANDBOX: 'the image has no sandbox cloud',
  DEMO_PASSWORD: 'the image has no demo',
  DEMO_EMAIL: 'the image has no demo',
  DEMO_CAPTURES_PER_MINUTE: 'the image has no demo',
  GONDOLA_REAL_DATA: 'for tests',
  GONDOLA_TEST_S3: 'for tests',
  CHROMIUM_PATH: 'for tests',
  GONDOLA_EMAIL: 'for npm run capture',
  GONDOLA_PASSWORD: 'for npm run capture',
};
/** Variables that a process cannot find in a container under their own name: they choose the published port. */
const published = new Set(['HOST', 'PORT_API', 'PORT_WEB']);
/** Read by the SDKs of Amazon and Google, not by our code. */
const ofSdks = ['AWS_ACCESS_KEY_ID', 'AWS_SECRET_ACCESS_KEY', 'AWS_SESSION_TOKEN'];

const needed = { POSTGRES_PASSWORD: 'p', AUTH_SECRET: 's', PUBLIC_URL: 'https://gondola.example' };
/** The services of the file when `.env` holds one variable more. */
const servicesWith = (name: string, value: string) =>
  resolveCompose(compose, { ...needed, [name]: value }).services;

test.each([
  ['api', [...apiVariableNames, ...ofSdks]],
  ['worker', [...workerVariableNames, ...ofSdks, 'GOOGLE_APPLICATION_CREDENTIALS']],
])('every variable that %s reads reaches it from .env', (service, names) => {
  expect(names.length).toBeGreaterThan(20);
  const lost = names.filter(
    (name) =>
      !(name in notForCompose) &&
      !published.has(name) &&
      servicesWith(name, 'a-value')[service]?.environment?.[name] !== 'a-value',
  );
  expect(lost).toEqual([]);
});

test('every variable of .env.example changes what Compose starts, or has a reason not to', () => {
  const without = JSON.stringify(resolveCompose(compose, needed).services);
  const idle = [...exampleVariables].filter(
    (name) => JSON.stringify(servicesWith(name, 'a-value')) === without,
  );
  expect(idle).toContain('DEMO_PASSWORD');
  expect(idle.filter((name) => !(name in notForCompose))).toEqual([]);
});

test('a variable that is not set is absent, so that each process uses its own default', () => {
  const { api, worker } = resolveCompose(compose, needed).services;
  expect(worker?.environment).not.toHaveProperty('TIER1_PROVIDER');
  expect(api?.environment).not.toHaveProperty('GONDOLA_ADMIN_EMAIL');
  expect(api?.environment?.DATABASE_URL).toBe('postgres://gondola:p@postgres:5432/gondola');
  expect(() => resolveCompose(compose, { ...needed, AUTH_SECRET: '' })).toThrow(
    'required variable AUTH_SECRET is missing',
  );
});

test('.env.example names every variable that npm start and the web app read', async () => {
  const names = new Set<string>();
  for (const file of [
    'apps/web/src/env.ts',
    'scripts/db-migrate.ts',
    'scripts/start/settings.ts',
    'scripts/start/children.ts',
  ]) {
    const source = await read(file);
    for (const match of source.matchAll(/\benv\.([A-Z][A-Z0-9_]+)|\bport\(env, '([A-Z_]+)'/gm))
      names.add(match[1] ?? match[2] ?? '');
  }
  expect(names.size).toBeGreaterThan(5);
  expect([...names].filter((name) => !exampleVariables.has(name))).toEqual([]);
});
