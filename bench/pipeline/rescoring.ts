import { batchQueue, startBatchWithin } from '@gondola/pipeline/reprocess';
import { type BatchTools, workBatch } from '@gondola/pipeline/runner';
import { addScoredCaptures, importEditions, tinyWorld } from '@gondola/pipeline/testing';
import type { PrivateSystem } from '../../scripts/private-system/open-private-system.ts';
import { benchTools } from './bench-tools.ts';

const captures = 1000;
const warmUp = 200;

/** What a batch would give way to is left out: jobs of the other measurements still lie in the queues. */
const nothingLive: BatchTools['live'] = { track: (work) => work(), letPass: async () => {} };

/**
 * Captures of a 60-position planogram that a batch re-scores in one second, by one worker after the other: with claims,
 * reads, and every verdict written. The database has its share of the machine too.
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
