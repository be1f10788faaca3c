import type { Position } from '@gondola/pipeline/planogram';
import type { PositionTruth } from './position-truth.ts';
import type { Run } from './run.ts';

/** One position while the shelf is being filled. */
export interface StockedPosition {
  position: Position;
  runs: Run[];
  truth: PositionTruth;
  /** Whether the position is part of a deviation already, so that no other deviation may change it. */
  settled: boolean;
}
