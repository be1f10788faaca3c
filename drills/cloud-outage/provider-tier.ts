import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import {
  createKserveTier,
  createRekognitionTier,
  createVertexTier,
  plainLabels,
  type RemoteTier,
} from '@gondola/pipeline/cloud-tiers';
import { type Provider, sandboxModels } from '@gondola/simulator/cloud';
import { realMs } from './virtual-time.ts';

/** Longer than the breaker's time limit: as in production, this limit is for calls that have been abandoned. */
const rest = { timeoutMs: realMs(15), maxConnections: 8, labels: plainLabels };

/**
 * Opens a tier 1 with the provider's real client, connected to the sandbox. AWS credentials come from the environment.
 */
export async function openProviderTier(
  provider: Provider,
  endpoint: string,
  keyFile: string,
): Promise<RemoteTier> {
  const { rekognition, vertex, kserve } = sandboxModels;
  switch (provider) {
    case 'rekognition':
      return createRekognitionTier({
        ...rest,
        ...rekognition,
        endpoint,
        minConfidence: 50,
        maxResults: 300,
      });
    case 'vertex': {
      const { project, location, endpointId, deployedModelId } = vertex;
      const named = { project, location, endpointId, deployedModelId };
      return createVertexTier({
        ...rest,
        ...named,
        endpoint,
        keyFile,
        confidenceThreshold: 0.5,
        maxPredictions: 300,
      });
    }
    case 'kserve':
      return createKserveTier({
        ...rest,
        url: endpoint,
        model: kserve.model,
        binary: true,
        minConfidence: 0.5,
        maxBoxes: 300,
      });
  }
}

/** Saves the key that the sandbox issues in Google's format, and returns the file. */
export async function fetchKeyFile(sandboxUrl: string, folder: string): Promise<string> {
  const path = join(folder, 'google-key.json');
  await writeFile(path, await (await fetch(`${sandboxUrl}/google/credentials`)).text(), { mode: 0o600 });
  return path;
}
