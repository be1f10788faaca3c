import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import type { PrivateSystem } from '../../scripts/private-system/open-private-system.ts';
import { handIn } from '../hand-in.ts';
import type { ShelfWorld } from '../shelf-world.ts';
import { WorkerFleet } from '../worker-fleet.ts';

const stages = ['preprocess', 'infer', 'score'];
const steps = ['loaded', 'worked', 'written', 'committed'];
const limitMs = 60_000;

/**
 * Hands in captures of which the first that comes by kills its worker at one step of one stage, for every step of
 * every stage. Each point must be hit; what becomes of the captures is judged with the others.
 */
export async function crashEverywhere(
  system: PrivateSystem,
  world: ShelfWorld,
  progress: (message: string) => void,
): Promise<{ ids: string[]; points: number }> {
  const ids: string[] = [];
  let points = 0;
  for (const stage of stages)
    for (const step of steps) {
      // Far from the ordinals of the run that follows: other capture times, other captures.
      ids.push(...(await handIn(system, world, 2, 100_000 + ids.length)));
      const marker = join(system.dataDir, `crashed-${stage}-${step}`);
      const fleet = new WorkerFleet(system, {
        inject: './inject/crash-points.ts',
        env: { CRASH_AT: `${stage}:${step}`, CRASH_ONCE: marker },
      });
      fleet.start(1);
      const started = performance.now();
      while (!existsSync(marker) && performance.now() - started < limitMs) await sleep(100);
      if (existsSync(marker)) points += 1;
      progress(`crash at ${stage}:${step} ${existsSync(marker) ? 'hit' : 'MISSED'}`);
      await fleet.stop();
    }
  return { ids, points };
}
