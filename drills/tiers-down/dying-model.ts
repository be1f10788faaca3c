import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createOnnxTier, type OnnxTier } from '@gondola/pipeline/inference';
import { colourNotes } from '../../packages/pipeline/src/inference/tiers/onnx/graphs/colour-shelf.testing.ts';
import { writeOnnx } from '../../packages/pipeline/src/inference/tiers/onnx/graphs/onnx-graph.testing.ts';
import { hangingModel } from '../../packages/pipeline/src/inference/tiers/onnx/graphs/small-graphs.testing.ts';

/** The ways in which tier 2 fails. */
export const edgeFaults = ['missing-file', 'broken-file', 'killed-host'] as const;
export type EdgeFault = (typeof edgeFaults)[number];

export interface EdgeUnderFault {
  tier: OnnxTier;
  /** The number of processes that were killed while they ran the model. */
  kills(): number;
  stop(): Promise<void>;
}

/** Interval of the search for a process that runs the model. */
const searchEveryMs = 40;
/**
 * Delay from the first sight of the process to its kill, so that it is usually at work and sometimes about to start.
 */
const killAfterSightings = 8;

/**
 * Opens tier 2 with a missing model file, with an invalid one, or with processes that get a SIGKILL over each photo.
 */
export async function openEdgeUnderFault(fault: EdgeFault): Promise<EdgeUnderFault> {
  const folder = await mkdtemp(join(tmpdir(), 'gondola-edge-'));
  const modelPath = join(folder, 'shelf.onnx');
  if (fault === 'broken-file') await writeFile(modelPath, 'not a model');
  // The model loops for ever on a bright photo, so every kill comes in the middle of its work.
  if (fault === 'killed-host') await writeFile(modelPath, writeOnnx(hangingModel(), colourNotes));
  const tier = await createOnnxTier({ modelPath, hosts: 1, timeoutMs: 20_000 });
  const seen = new Map<number, number>();
  let kills = 0;
  const killer = setInterval(() => {
    if (fault !== 'killed-host') return;
    for (const pid of tier.hostPids()) {
      const sightings = (seen.get(pid) ?? 0) + 1;
      seen.set(pid, sightings);
      if (sightings !== killAfterSightings) continue;
      process.kill(pid, 'SIGKILL');
      kills += 1;
    }
  }, searchEveryMs);
  return {
    tier,
    kills: () => kills,
    async stop() {
      clearInterval(killer);
      await tier.stop();
      await rm(folder, { recursive: true });
    },
  };
}
