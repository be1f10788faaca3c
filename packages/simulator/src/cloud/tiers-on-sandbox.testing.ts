import { mkdtemp, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import {
  createKserveTier,
  createRekognitionTier,
  createVertexTier,
  plainLabels,
  type RemoteTier,
} from '@gondola/pipeline/cloud-tiers';
import { decodePhoto, type TierInput } from '@gondola/pipeline/photo-detection';
import { type RenderedCapture, renderCapture } from '../photo/render-capture.ts';
import { untidyRates } from '../shelf/deviation.ts';
import { demoWorld } from '../world/demo-world.ts';
import type { FaultsJson, Provider } from './fault.ts';
import { registerPhoto } from './register-photo.ts';
import { openSandboxCloud, type SandboxCloud, sandboxModels } from './sandbox-cloud.ts';

/** The three tiers with their real clients, connected to a sandbox that knows one photo. The caller sets AWS credentials. */
export interface TiersOnSandbox {
  cloud: SandboxCloud;
  tiers: Record<Provider | 'kservePixels', RemoteTier>;
  keyFile: string;
  capture: RenderedCapture;
  input: TierInput;
  setFaults(faults: FaultsJson): Promise<void>;
  stop(): Promise<void>;
}

/** Starts a sandbox, registers one photo and creates the tiers. */
export async function openTiersOnSandbox(timeoutMs = 10_000): Promise<TiersOnSandbox> {
  // A model without errors: its answers can be compared with the truth.
  const cloud = await openSandboxCloud({ errors: { missedShare: 0, confusedShare: 0, boxJitter: 0 } });
  const keyFile = join(await mkdtemp(join(tmpdir(), 'sandbox-cloud-')), 'credentials.json');
  await writeFile(keyFile, await (await fetch(`${cloud.url}/google/credentials`)).text());

  const { rekognition, vertex, kserve } = sandboxModels;
  const rest = { timeoutMs, maxConnections: 4, labels: plainLabels };
  const server = { url: cloud.url, minConfidence: 0.5, maxBoxes: 300, ...rest };
  const tiers = {
    rekognition: createRekognitionTier({
      ...rekognition,
      ...rest,
      minConfidence: 50,
      maxResults: 300,
      endpoint: cloud.url,
    }),
    vertex: createVertexTier({
      project: vertex.project,
      location: vertex.location,
      endpointId: vertex.endpointId,
      deployedModelId: vertex.deployedModelId,
      ...rest,
      confidenceThreshold: 0.5,
      maxPredictions: 300,
      endpoint: cloud.url,
      keyFile,
    }),
    kserve: createKserveTier({ ...server, model: kserve.model, binary: true }),
    kservePixels: createKserveTier({ ...server, model: kserve.pixelModel, binary: false }),
  };
  const bay = demoWorld().versions.get('snacks-2026-47');
  if (!bay) throw new Error('the demo has no snacks');
  const capture = await renderCapture(bay, 'sandbox-2', {
    size: { width: 480, height: 600 },
    rates: untidyRates,
    orientation: 6,
  });
  await registerPhoto(cloud.url, capture, new AbortController().signal);
  const { frame } = await decodePhoto(capture.jpeg);

  return {
    cloud,
    tiers,
    keyFile,
    capture,
    input: { frame, planogram: bay.planogram, references: new Map() },
    async setFaults(faults) {
      const response = await fetch(`${cloud.url}/sandbox/faults`, {
        method: 'PUT',
        headers: { 'content-type': 'application/json' },
        body: JSON.stringify(faults),
      });
      if (!response.ok) throw new Error(await response.text());
    },
    async stop() {
      for (const tier of Object.values(tiers)) await tier.stop();
      await cloud.stop();
    },
  };
}
