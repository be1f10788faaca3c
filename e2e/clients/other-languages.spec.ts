import { execFile, spawnSync } from 'node:child_process';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { renderPackshot } from '@gondola/simulator';
import { expect, test } from '@playwright/test';
import { instance } from '../instance.ts';
import { makeStoreWithoutImages, type TestStore } from '../world.ts';
import { ports } from './ports.ts';

const run = promisify(execFile);
const runs = (command: string, ...args: string[]) =>
  spawnSync(command, args, { stdio: 'ignore' }).status === 0;
/** The first Python that has the package: Debian's package belongs to Debian's Python. */
const python = ['python3', '/usr/bin/python3'].find((command) => runs(command, '-c', 'import requests'));
/** Runs a source file, which needs the compiler: a JDK. */
const hasJdk = spawnSync('java', ['--list-modules'], { encoding: 'utf8' }).stdout?.includes('jdk.compiler');

let store: TestStore;
test.beforeAll(async () => {
  store = await makeStoreWithoutImages('languages');
  const [product] = store.bay.products;
  if (!product) throw new Error('the demo bay has no products');
  const { png } = await renderPackshot(product);
  const query = new URLSearchParams({ catalog: store.code, key: product.sku });
  await store.admin.put(`/product-images?${query}`, png, 'image/png');
});

for (const { name, url } of ports) {
  test(`Python's requests do a manager's and a camera's work through the ${name}`, async () => {
    test.skip(python === undefined, 'no python3 with requests');
    const script = join(import.meta.dirname, 'python/manager_and_camera.py');
    const args = [
      script,
      url,
      instance.webUrl,
      store.deviceKey,
      'manager@demo.gondola.local',
      instance.password,
      store.label,
    ];
    const { stdout } = await run(python ?? '', args);
    expect(
      stdout
        .trim()
        .split('\n')
        .map((line) => JSON.parse(line)),
    ).toEqual([
      { step: 'sign in', status: 200 },
      { step: 'image', status: 200, again: 304, unread: 0 },
      { step: 'long answer', status: 200, encoding: 'gzip' },
      { step: 'query by GET', status: 200, data: { viewer: { kind: 'DEVICE' } } },
      { step: 'photo', status: 200 },
      { step: 'revoked key', statuses: [401, 401, 401, 401, 401] },
      { step: 'no such method', status: 405 },
    ]);
  });

  test(`Java's HttpClient does a camera's work through the ${name}`, async () => {
    test.skip(!hasJdk, 'no JDK');
    const { stdout } = await run('java', [
      join(import.meta.dirname, 'java/Camera.java'),
      url,
      store.deviceKey,
    ]);
    expect(stdout.trim().split('\n')).toEqual([
      'created: 200 true',
      'photo: 200',
      ...Array(5).fill('revoked: 401 true'),
      'query: {"data":{"viewer":{"kind":"DEVICE"}}}',
      'slash: 201',
    ]);
  });
}
