import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createOnnxTier, type OnnxTier } from '@gondola/pipeline/ladder';
import { colourNotes } from '../../packages/pipeline/src/inference/tiers/onnx/graphs/colour-shelf.testing.ts';
import { writeOnnx } from '../../packages/pipeline/src/inference/tiers/onnx/graphs/onnx-graph.testing.ts';
import { hangingModel } from '../../packages/pipeline/src/inference/tiers/onnx/graphs/small-graphs.testing.ts';

/** Ways for tier 2 to be of no use. */
export const edgeFaults = ['missing-file', 'broken-file', 'killed-host'] as const;
export type EdgeFault = (typeof edgeFaults)[number];

export interface EdgeUnderFault {
  tier: OnnxTier;
  /** Processes that were killed while they ran the model. */
  kills(): number;
  stop(): Promise<void>;
}

/** A process that runs the model is looked for this often. */
const lookEveryMs = 40;
/** From when it is first seen, so that it is at work, and in some rounds only about to be. */
const killAfterLooks = 8;

/** Tier 2 on a real model file that is not there, is no model, or whose processes get a SIGKILL over each photo. */
export async function openEdgeUnderFault(fault: EdgeFault): Promise<EdgeUnderFault> {
  const folder = await mkdtemp(join(tmpdir(), 'gondola-edge-'));
  const modelPath = join(folder, 'shelf.onnx');
  if (fault === 'broken-file') await writeFile(modelPath, 'this was a model once');
  // It goes on for ever with a bright photo: whenever the kill comes, it comes in the middle.
  if (fault === 'killed-host') await writeFile(modelPath, writeOnnx(hangingModel(), colourNotes));
  const tier = await createOnnxTier({ modelPath, hosts: 1, timeoutMs: 20_000 });
  const seen = new Map<number, number>();
  let kills = 0;
  const killer = setInterval(() => {
    if (fault !== 'killed-host') return;
    for (const pid of tier.hostPids()) {
      const looks = (seen.get(pid) ?? 0) + 1;
      seen.set(pid, looks);
      if (looks !== killAfterLooks) continue;
      process.kill(pid, 'SIGKILL');
      kills += 1;
    }
  }, lookEveryMs);
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
