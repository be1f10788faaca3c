import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { apiVariableNames } from '@gondola/api';
import { workerVariableNames } from '@gondola/pipeline/worker-env';
import { expect, test } from 'vitest';

const root = join(import.meta.dirname, '..');
const read = (file: string) => readFileSync(join(root, file), 'utf8');

/** Set by the tools around us, or for our own processes by `npm start`: nothing that a person would write down. */
const notForPeople = new Set(['NODE_ENV', 'GONDOLA_STOP_WITH_PARENT', 'GONDOLA_DEMO']);

const named = new Set(
  [...read('.env.example').matchAll(/^#?\s*([A-Z][A-Z0-9_]+)=/gm)].map(([, name]) => name),
);

const keysOf = (file: string) =>
  [...read(file).matchAll(/^\s+([A-Z][A-Z0-9_]+):/gm)].map(([, name]) => name ?? '');

test.each([
  ['the API', apiVariableNames],
  ['the worker', workerVariableNames],
  ['the simulator', keysOf('packages/simulator/src/env.ts')],
])('.env.example names every variable that %s reads', (_process, keys) => {
  expect(keys.length).toBeGreaterThan(5);
  expect(keys.filter((key) => !notForPeople.has(key) && !named.has(key))).toEqual([]);
});

test('a variable without a value counts as unset, in every process', async () => {
  const { readEnv: readApiEnv } = await import('@gondola/api');
  const { readEnv: readWorkerEnv } = await import('@gondola/pipeline/worker-env');
  const DATABASE_URL = 'postgres://gondola@localhost/gondola';
  const empty = (names: readonly string[]) => Object.fromEntries(names.map((name) => [name, '']));
  expect(readApiEnv({ ...empty(apiVariableNames), DATABASE_URL })).toEqual(readApiEnv({ DATABASE_URL }));
  expect(readWorkerEnv({ ...empty(workerVariableNames), DATABASE_URL })).toEqual(
    readWorkerEnv({ DATABASE_URL }),
  );
});

test('.env.example names no variable that nobody reads', () => {
  const sources = [
    'packages/pipeline/src/env.ts',
    'packages/pipeline/src/inference/tier-settings.ts',
    'packages/simulator/src/env.ts',
    'apps/api/src/env.ts',
    'apps/web/src/env.ts',
    'scripts/start/settings.ts',
    'scripts/start/children.ts',
    'docker-compose.yml',
    'e2e/find-browser.ts',
    'packages/testkit/src/real-data/env.ts',
    'scripts/capture/read-request.ts',
    'packages/pipeline/src/objects/s3/s3-object-store.test.ts',
  ].map(read);
  expect([...named].filter((name) => !sources.some((source) => source.includes(name ?? '')))).toEqual([]);
});
