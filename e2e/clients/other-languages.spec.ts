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

let store: TestStore;
test.beforeAll(async () => {
  store = await makeStoreWithoutImages('languages');
  const [product] = store.bay.products;
  if (!product) throw new Error('the demo bay has no products');
  const { png } = await renderPackshot(product);
  const query = new URLSearchParams({ catalog: store.code, key: product.sku });
  await store.admin.put(`/product-images?${query}`, png, 'image/png');
});

// Left out, and not skipped, on a machine that lacks them: npm can install neither.
if (runs('python3', '-c', 'import requests'))
  for (const { name, url } of ports)
    test(`Python's requests do a manager's and a camera's work through the ${name}`, async () => {
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
      const { stdout } = await run('python3', args);
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

if (runs('java', '--version'))
  for (const { name, url } of ports)
    test(`Java's HttpClient does a camera's work through the ${name}`, async () => {
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
