/** The door for whoever asks tier 1 without a worker: tests and drills against the sandbox cloud. */
export { createKserveClient, type KserveClient, type KserveSettings } from './kserve/kserve-client.ts';
export { type LabelSettings, plainLabels, readLabelSettings } from './labels.ts';
export type { RemoteTier, RemoteTierEvents } from './remote-tier.ts';
export { TierFault, type TierFaultKind } from './tier.ts';
export { createKserveTier, type KserveTierSettings } from './tiers/kserve/kserve-tier.ts';
export { createRekognitionTier, type RekognitionSettings } from './tiers/rekognition/rekognition-tier.ts';
export { createVertexTier, type VertexSettings } from './tiers/vertex/vertex-tier.ts';
