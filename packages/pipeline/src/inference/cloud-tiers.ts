/** Entry point to tier 1 without a worker, for tests and drills against the sandbox cloud. */

export type { TierFaultKind } from '../tier-fault-kind.ts';
export { createKserveClient, type KserveClient, type KserveSettings } from './kserve/kserve-client.ts';
export { type LabelSettings, plainLabels, readLabelSettings } from './labels/labels.ts';
export type { RemoteTier, RemoteTierEvents } from './remote/remote-tier.ts';
export { TierFault } from './tier.ts';
export { createKserveTier, type KserveTierSettings } from './tiers/kserve/kserve-tier.ts';
export { createRekognitionTier, type RekognitionSettings } from './tiers/rekognition/rekognition-tier.ts';
export { createVertexTier, type VertexSettings } from './tiers/vertex/vertex-tier.ts';
