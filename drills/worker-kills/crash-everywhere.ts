import { mkdir, readdir } from 'node:fs/promises';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import type { PrivateSystem } from '@gondola/testkit/private-system';
import type { ShelfWorld } from '@gondola/testkit/shelf-world';
import { submitCaptures } from '@gondola/testkit/submit-captures';
import { WorkerFleet } from '../worker-fleet.ts';

/** Four steps of each of the three stages. */
export const crashPoints = 12;
/** Maximum time without a further crash. */
const patienceMs = 60_000;

/**
 * Submits captures and starts a worker that is killed at every step of every stage, each time during the first capture
 * that reaches the step. Every crash point must be hit. The drill's common checks judge the captures.
 */
export async function crashEverywhere(
  system: PrivateSystem,
  world: ShelfWorld,
  captures: number,
  progress: (message: string) => void,
): Promise<{ ids: Set<string>; points: number }> {
  // Far from the ordinals of the following run, so that capture times and captures differ.
  const ids = await submitCaptures(system, world, captures, 100_000);
  const folder = join(system.dataDir, 'crashes');
  await mkdir(folder);
  const fleet = new WorkerFleet(system, {
    injections: ['./inject/crash-points.ts'],
    env: { CRASHES: folder },
  });
  const struck = await fleet.during(async () => {
    fleet.start(1);
    let points: string[] = [];
    let lastMs = performance.now();
    while (points.length < crashPoints && performance.now() - lastMs < patienceMs) {
      await sleep(50);
      const now = await readdir(folder);
      const fresh = now.filter((point) => !points.includes(point));
      if (fresh.length === 0) continue;
      progress(`crashed at ${fresh.join(', ')}`);
      points = now;
      lastMs = performance.now();
    }
    return points;
  });
  return { ids, points: struck.length };
}
