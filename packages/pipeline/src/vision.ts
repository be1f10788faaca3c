/** The door for whoever judges photos without a database: evaluation and benchmarks. Loads sharp. */
export { type DecodedPhoto, decodePhoto } from './images/decode-photo.ts';
export type { Frame } from './images/frame.ts';
export { toInferenceFrame } from './images/inference-frame.ts';
export { measureSharpness } from './images/measure-sharpness.ts';
export { decodeReferenceImage } from './images/reference-image.ts';
export { maxInferenceLongSidePx } from './inference/inference-size.ts';
export type { Realogram } from './inference/realogram.ts';
export type { Tier, TierInput } from './inference/tier.ts';
export { createHeuristicTier } from './inference/tiers/heuristic/heuristic-tier.ts';
