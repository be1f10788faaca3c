/** Entry point for decoding photos and detecting with tier 3, without a database: for evaluation and benchmarks. Loads sharp. */

export { type CoverInput, findCover } from './cover/find-cover.ts';
export { type DecodedPhoto, decodePhoto } from './images/decode/decode-photo.ts';
export { decodeUnrotated, type UnrotatedPhoto } from './images/decode/decode-unrotated.ts';
export { type DecodedOnce, decodeOnce } from './images/decode-once.ts';
export { type Frame, releaseFrame } from './images/frame.ts';
export { toInferenceFrame } from './images/inference-frame.ts';
export { maxInferenceLongSidePx } from './images/inference-size.ts';
export { decoderEnv } from './images/isolated/decoder-env.ts';
export { createIsolatedPhotos, type IsolatedPhotos } from './images/isolated/isolated-photos.ts';
export { type FrameMeasures, measureFrame } from './images/measure/measure-frame.ts';
export { measurePhoto } from './images/measure-photo.ts';
export { decodeReferenceImage } from './images/reference-image.ts';
export type { Tier, TierInput } from './inference/tier.ts';
export { createHeuristicTier } from './inference/tiers/heuristic/heuristic-tier.ts';
export type { CoveredRegion, Detection, Realogram } from './realogram.ts';
