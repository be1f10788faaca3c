import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { minMemoryMb } from './start/check-machine.ts';

const read = (file: string) => readFileSync(join(import.meta.dirname, '..', file), 'utf8');
const manifest = JSON.parse(read('package.json')) as {
  engines: { node: string; npm: string };
  devEngines: Record<'runtime' | 'packageManager', { version: string; onFail: string }>;
};

test('npm refuses a Node and an npm that README.md does not name, before it installs anything', () => {
  expect(manifest.devEngines.runtime).toMatchObject({ version: manifest.engines.node, onFail: 'error' });
  expect(manifest.devEngines.packageManager).toMatchObject({
    version: manifest.engines.npm,
    onFail: 'error',
  });
  const [, older, newer] = /^\^(\d+\.\d+)\.0 \|\| >=(\d+\.\d+)\.0$/.exec(manifest.engines.node) ?? [];
  expect(read('README.md')).toContain(
    `Node ${older}, ${newer} or newer, and npm ${manifest.engines.npm.slice(2)}`,
  );
});

test('packages that run a script at the install run on the oldest Node that README.md names', () => {
  const { packages } = JSON.parse(read('package-lock.json')) as {
    packages: Record<string, { hasInstallScript?: boolean; engines?: { node?: string } }>;
  };
  const withScripts = Object.entries(packages).filter(([, { hasInstallScript }]) => hasInstallScript);
  expect(withScripts.length).toBeGreaterThan(3);
  for (const [name, { engines }] of withScripts) {
    if (name === '') continue;
    // Of ">=20.9.0" and "^18.17.0 || ^20.3.0 || >=21.0.0" alike: a part that Node 20.19 meets.
    const majors = [...(engines?.node ?? '>=0').matchAll(/(\^|>=?)\s*(\d+)(?:\.(\d+))?/g)];
    const isMet = majors.some(
      ([, sign, major, minor = '0']) =>
        (sign === '^' ? Number(major) === 20 : Number(major) < 20 || Number(major) === 20) &&
        (Number(major) < 20 || Number(minor) <= 19),
    );
    expect(isMet, `${name}: ${engines?.node}`).toBe(true);
  }
});

test('README.md names the memory below which a start warns', () => {
  expect(read('README.md')).toContain(`${Math.ceil(minMemoryMb / 1000)} GB of memory`);
});
