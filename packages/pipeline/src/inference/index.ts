/** Entry point to the ladder of tiers without a worker, for drills. */

export {
  createFleetBreaker,
  type FleetBreaker,
  type Pass,
  type Refusal,
} from '../breakers/model/fleet-breaker.ts';
export { type AcceptanceThreshold, noThreshold } from './ladder/acceptance-threshold.ts';
export { type Attempt, type LadderStep, runLadder } from './ladder/run-ladder.ts';
export { createOnnxTier, type OnnxTier } from './tiers/onnx/onnx-tier.ts';
