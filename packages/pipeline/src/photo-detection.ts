/** The door for whoever judges photos without a database: evaluation and benchmarks. Loads sharp. */

export { type DecodedOnce, decodeOnce } from './images/decode-once.ts';
export { type DecodedPhoto, decodePhoto } from './images/decode-photo.ts';
export { decodeStored, type StoredPhoto } from './images/decode-stored.ts';
export { type Frame, releaseFrame } from './images/frame.ts';
export { toInferenceFrame } from './images/inference-frame.ts';
export { decoderEnv } from './images/isolated/decoder-env.ts';
export { createIsolatedPhotos, type IsolatedPhotos } from './images/isolated/isolated-photos.ts';
export { type FrameMeasures, measureFrame } from './images/measure/measure-frame.ts';
export { measurePhoto } from './images/measure/measure-photo.ts';
export { decodeReferenceImage } from './images/reference-image.ts';
export { maxInferenceLongSidePx } from './inference/inference-size.ts';
export type { Realogram } from './inference/realogram.ts';
export type { Tier, TierInput } from './inference/tier.ts';
export { createHeuristicTier } from './inference/tiers/heuristic/heuristic-tier.ts';
