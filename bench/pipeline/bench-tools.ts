import type { PipelineTools, RunnerTools } from '@gondola/pipeline/runner';
import { createLog } from '@gondola/pipeline/telemetry';
import type { Realogram, Tier } from '@gondola/pipeline/vision';
import type { PrivateSystem } from '../../scripts/private-system/open-private-system.ts';
import { perfectRealogram } from './perfect-realogram.ts';

/** The pipeline's tools with a tier that answers at once and no decoding: what is left is the pipeline itself. */
export function benchTools(system: PrivateSystem): RunnerTools & PipelineTools {
  const instant: Tier = {
    tier: 3,
    provider: 'bench',
    model: { id: 'bench', configHash: 'bench' },
    detect: async ({ planogram }): Promise<Realogram> => perfectRealogram(planogram),
  };
  return {
    db: system.database.db,
    queue: system.queue.queue,
    log: createLog({ name: 'bench', level: 'silent' }),
    onMoved: () => {},
    objects: system.objects,
    readPhoto: () => Promise.reject(new Error('not in this benchmark')),
    fetchPhoto: () => Promise.reject(new Error('not in this benchmark')),
    qualityRetryBaseSeconds: 1,
    random: () => 0.5,
    ladder: [{ tier: instant, breaker: null, floor: { minDetections: 0, minMeanConfidence: 0 } }],
    deadlineMs: 30_000,
    openPhoto: async () => ({ data: new Uint8Array(3), width: 1, height: 1 }),
    openReferences: async () => new Map(),
    now: () => performance.now(),
  };
}
