import { batchQueue, startBatchWithin } from '@gondola/pipeline/batches';
import { type BatchTools, workBatch } from '@gondola/pipeline/in-process';
import type { PrivateSystem } from '@gondola/testkit/private-system';
import { addScoredCaptures, importEditions } from '@gondola/testkit/scored-captures';
import { tinyWorld } from '@gondola/testkit/tiny-world';
import { benchTools } from './bench-tools.ts';

const captures = 1000;
const warmUp = 200;

/** The check for live traffic is disabled, because jobs of the other measurements are still in the queues. */
const nothingLive: BatchTools['live'] = { track: (work) => work(), letPass: async () => {} };

/**
 * Measures how many captures of a 60-position planogram a batch re-scores in one second, with claims, reads and all verdicts
 * written. The database shares the machine.
 */
export async function rescoredPerSecond(system: PrivateSystem): Promise<number> {
  const { db } = system.database;
  const world = await tinyWorld(db, system.url, 'rescore');
  try {
    const { firstId, secondId, bayId } = await importEditions(db, world.device);
    const ids = await addScoredCaptures(db, world.device, {
      bayId,
      versionId: firstId,
      count: captures + warmUp,
    });
    const batches = batchQueue(system.queue.boss);
    const tools: BatchTools = { ...benchTools(system), batches, live: nothingLive };
    const rescore = async (captureIds: string[]) => {
      const { id } = await db.transaction((tx) =>
        startBatchWithin(tx, batches, {
          scope: { kind: 'CAPTURES', captureIds },
          mode: 'RESCORE',
          versionChoice: 'GIVEN',
          versionId: secondId,
          publishesAtOnce: false,
          reason: 'bench',
          createdBy: 'bench',
        }),
      );
      const started = performance.now();
      await workBatch(id, tools, new AbortController().signal);
      return (performance.now() - started) / 1000;
    };
    await rescore(ids.slice(0, warmUp));
    return captures / (await rescore(ids.slice(warmUp)));
  } finally {
    await world.stop();
  }
}
