/** The door for whoever climbs the ladder of tiers without a worker: drills. */
export { type AnswerFloor, noFloor } from './answer-floor.ts';
export { createFleetBreaker, type FleetBreaker, type Pass, type Refusal } from './breaker/fleet-breaker.ts';
export { type Attempt, climb, type Rung } from './ladder.ts';
export { createOnnxTier, type OnnxTier } from './tiers/onnx/onnx-tier.ts';
