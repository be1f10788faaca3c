import type { Position } from '@gondola/pipeline/planogram';
import type { PositionTruth } from './position-truth.ts';
import type { Run } from './run.ts';

/** The place of one position while the shelf is being filled. */
export interface Place {
  position: Position;
  runs: Run[];
  truth: PositionTruth;
  /** Already part of a deviation, or needed as it is by one. */
  settled: boolean;
}
