import type { PipelineTools, RunnerTools } from '@gondola/pipeline/in-process';
import type { Realogram, Tier } from '@gondola/pipeline/photo-detection';
import { createLog } from '@gondola/pipeline/telemetry';
import type { PrivateSystem } from '@gondola/testkit/private-system';
import { perfectRealogram } from './perfect-realogram.ts';

/** Creates the pipeline's tools with an instant tier and without decoding, so that only the pipeline itself is measured. */
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
    readPhoto: () => Promise.reject(new Error('invariant: this benchmark reads no photo')),
    fetchPhoto: () => Promise.reject(new Error('invariant: this benchmark fetches no photo')),
    qualityRetryBaseSeconds: 1,
    random: () => 0.5,
    ladder: [{ tier: instant, breaker: null, threshold: { minDetections: 0, minMeanConfidence: 0 } }],
    deadlineMs: 30_000,
    openPhoto: async () => ({ data: new Uint8Array(3), width: 1, height: 1 }),
    openReferences: async () => new Map(),
    findCover: async () => null,
    now: () => performance.now(),
  };
}
