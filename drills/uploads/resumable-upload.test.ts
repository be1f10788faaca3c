import { type ChildProcess, spawn } from 'node:child_process';
import { createHash, randomBytes } from 'node:crypto';
import { once } from 'node:events';
import { readdir, writeFile } from 'node:fs/promises';
import path, { join } from 'node:path';
import { createInterface } from 'node:readline';
import { deviceKey } from '@gondola/db';
import { openPrivateSystem } from '@gondola/testkit/private-system';
import { buildShelfWorld } from '@gondola/testkit/shelf-world';
import { sql } from 'drizzle-orm';
import { afterAll, expect, test } from 'vitest';
import { ApiFleet, freePorts } from '../api-fleet.ts';
import { WorkerFleet } from '../worker-fleet.ts';

const example = join(import.meta.dirname, '../../examples/resumable-upload.mjs');

const system = await openPrivateSystem();
const world = await buildShelfWorld(system, 1);
const api = new ApiFleet(system, await freePorts(1), { injections: [], env: { LOG_LEVEL: 'info' } });
const workers = new WorkerFleet(system, { injections: [] });
const children: ChildProcess[] = [];
afterAll(async () => {
  for (const child of children) child.kill('SIGKILL');
  await workers.stop();
  await api.stop();
  await system.close();
});

/** Runs the example as a device does; calls `seen` with each line of its output. */
function run(photo: string, key: string, seen: (line: string, child: ChildProcess) => void) {
  const options = { api: api.urls[0] ?? '', store: '0421', aisle: world.aisle, version: world.label };
  const child = spawn(
    process.execPath,
    [
      example,
      photo,
      '--chunk-bytes',
      '8192',
      ...Object.entries(options).flatMap(([name, value]) => [`--${name}`, value]),
    ],
    { env: { PATH: process.env.PATH, DEVICE_KEY: key }, stdio: ['ignore', 'pipe', 'inherit'] },
  );
  children.push(child);
  const lines: string[] = [];
  createInterface({ input: child.stdout }).on('line', (line) => {
    lines.push(line);
    seen(line, child);
  });
  return { lines, ended: once(child, 'exit').then(([code]) => code as number | null) };
}

test('the example for devices survives a killed server and its own restart, and reports that its photo is scored', {
  timeout: 180_000,
}, async () => {
  const key = `gnd_${randomBytes(32).toString('base64url')}`;
  await system.database.db.insert(deviceKey).values({
    storeId: world.device.storeId,
    name: 'example',
    sha256: createHash('sha256').update(key).digest('hex'),
  });
  api.start(1);
  await api.untilReady();
  const photo = path.join(system.dataDir, 'photo.jpg');
  const bytes = await system.objects.get(world.photos[0]?.sha256 ?? '');
  if (!bytes) throw new Error('no photo');
  await writeFile(photo, bytes);

  // The first run: the server dies after two pieces, the device after three more.
  let pieces = 0;
  const first = run(photo, key, (_line, child) => {
    pieces += 1;
    if (pieces === 2) api.kill(0);
    if (pieces === 5) child.kill('SIGKILL');
  });
  expect(await first.ended).toBeNull();
  expect(await readdir(system.dataDir)).toContain('photo.jpg.upload.json');
  const reached = Number(first.lines.at(-1)?.split(' ')[1]);
  expect(reached).toBeLessThan(bytes.length);

  workers.start(1);
  const second = run(photo, key, () => {});
  expect(await second.ended).toBe(0);
  // The second run continued where the first one had stopped.
  expect(Number(second.lines[0]?.split(' ')[1])).toBeGreaterThan(reached);
  expect(second.lines.at(-1)).toMatch(/^SCORED /);
  expect(await readdir(system.dataDir)).not.toContain('photo.jpg.upload.json');
  const { rows } = await system.database.db.execute(sql`select count(*)::int as uploads from upload`);
  expect(rows).toEqual([{ uploads: 1 }]);
});
