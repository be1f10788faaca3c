import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { ProcessFleet } from './process-fleet.ts';

let folder: string;
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'gondola-fleet-'));
});
afterAll(() => rm(folder, { recursive: true }));

async function fleetOf(name: string, source: string): Promise<ProcessFleet> {
  const entry = join(folder, `${name}.mjs`);
  await writeFile(entry, source);
  return new ProcessFleet({
    what: 'worker',
    entry,
    injections: [],
    env: () => ({}),
    isReady: (line) => line === 'ready',
  });
}

/** Work that never ends. */
const forever = () => new Promise<never>(() => {});

test('processes that die at every start fail the work, and the error has their last output', async () => {
  const fleet = await fleetOf('dying', `throw new Error('no table named capture');`);
  const work = fleet.during(() => {
    fleet.start(2);
    return forever();
  });
  await expect(work).rejects.toThrow(/a worker ended 3 times before it was ready.*no table named capture/s);
});

test('a process that exits with an error fails the work', async () => {
  const fleet = await fleetOf(
    'failing',
    `console.log('ready'); setTimeout(() => { console.error('out of ids'); process.exit(4); }, 50);`,
  );
  const work = fleet.during(() => {
    fleet.start(1);
    return forever();
  });
  await expect(work).rejects.toThrow(/a running worker ended \(exit code 4\).*out of ids/s);
});

test('a killed process is restarted, and the work continues', async () => {
  const fleet = await fleetOf('living', `console.log('ready'); setInterval(() => {}, 1000);`);
  const kills = await fleet.during(async () => {
    fleet.start(1);
    let done = 0;
    while (done < 4) {
      if (fleet.kill(0)) done += 1;
      await sleep(20);
    }
    await fleet.untilReady();
    return done;
  });
  expect(kills).toBe(4);
});
