import { readFile } from 'node:fs/promises';
import { z } from 'zod';
import type { Tier } from '../tier.ts';
import type { TierVariables } from '../tier-settings.ts';

export type EdgeTier = Tier & { stop(): Promise<void> };

/**
 * Opens the edge tier that the environment names; returns null without one. `EDGE_MODEL` is an ONNX file, or a `.json` with
 * the settings of a model in this process (`modelPath`) or on a server (`url`). Rejects invalid settings. The tier itself
 * reports a missing model file.
 */
export async function openTier2(env: TierVariables): Promise<EdgeTier | null> {
  if (env.EDGE_MODEL === undefined) return null;
  const settings = env.EDGE_MODEL.endsWith('.json')
    ? z.looseObject({}).parse(JSON.parse(await readFile(env.EDGE_MODEL, 'utf8')))
    : { modelPath: env.EDGE_MODEL };
  // Each checks its settings by its own schema.
  if ('url' in settings) {
    const { createEdgeKserveTier } = await import('../tiers/edge-kserve/edge-kserve-tier.ts');
    return createEdgeKserveTier(settings as never);
  }
  const { createOnnxTier } = await import('../tiers/onnx/onnx-tier.ts');
  return createOnnxTier(settings as never);
}
