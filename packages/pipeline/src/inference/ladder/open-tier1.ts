import { readFile } from 'node:fs/promises';
import { plainLabels, readLabelSettings } from '../labels/labels.ts';
import type { RemoteTier, RemoteTierEvents } from '../remote/remote-tier.ts';
import type { TierVariables } from '../tier-settings.ts';

/** More at once would only queue up at the provider. */
const maxConnections = 8;
/** The breaker's limit is shorter; this one ends abandoned calls. */
const timeoutMs = 15_000;

/**
 * Opens the cloud tier that the environment names; returns null without one. Its SDK is loaded only here. Rejects when the
 * label map cannot be read. A wrong project or key shows at the first call, as the provider reports it.
 */
export async function openTier1(env: TierVariables, events: RemoteTierEvents): Promise<RemoteTier | null> {
  if (env.TIER1_PROVIDER === undefined) return null;
  const labels = env.TIER1_LABELS ? readLabelSettings(await readFile(env.TIER1_LABELS, 'utf8')) : plainLabels;
  const shared = { timeoutMs, maxConnections, labels };
  const endpoint = env.TIER1_ENDPOINT === undefined ? {} : { endpoint: env.TIER1_ENDPOINT };
  switch (env.TIER1_PROVIDER) {
    case 'rekognition': {
      const { createRekognitionTier } = await import('../tiers/rekognition/rekognition-tier.ts');
      const settings = {
        region: env.AWS_REGION ?? '',
        projectVersionArn: env.REKOGNITION_PROJECT_VERSION_ARN ?? '',
        // Rekognition counts confidence in percent.
        minConfidence: env.TIER1_MIN_CONFIDENCE * 100,
        maxResults: env.TIER1_MAX_BOXES,
      };
      return createRekognitionTier({ ...shared, ...endpoint, ...settings }, events);
    }
    case 'vertex': {
      const { createVertexTier } = await import('../tiers/vertex/vertex-tier.ts');
      const settings = {
        project: env.VERTEX_PROJECT ?? '',
        location: env.VERTEX_LOCATION ?? '',
        endpointId: env.VERTEX_ENDPOINT_ID ?? '',
        confidenceThreshold: env.TIER1_MIN_CONFIDENCE,
        maxPredictions: env.TIER1_MAX_BOXES,
        ...(env.VERTEX_DEPLOYED_MODEL_ID === undefined
          ? {}
          : { deployedModelId: env.VERTEX_DEPLOYED_MODEL_ID }),
        ...(env.VERTEX_KEY_FILE === undefined ? {} : { keyFile: env.VERTEX_KEY_FILE }),
      };
      return createVertexTier({ ...shared, ...endpoint, ...settings }, events);
    }
    case 'kserve': {
      const { createKserveTier } = await import('../tiers/kserve/kserve-tier.ts');
      const settings = {
        url: env.TIER1_ENDPOINT ?? env.KSERVE_URL ?? '',
        model: env.KSERVE_MODEL ?? '',
        ...(env.KSERVE_VERSION === undefined ? {} : { version: env.KSERVE_VERSION }),
        minConfidence: env.TIER1_MIN_CONFIDENCE,
        maxBoxes: env.TIER1_MAX_BOXES,
        binary: true,
      };
      return createKserveTier({ ...shared, ...settings }, events);
    }
  }
}
