import type { Verdict } from '../../../generated/graphql.ts';
import type { PositionVerdict } from '../read-capture.ts';

/** The finding that a person is about to decide on, with the score that was on the screen when the dialog opened. */
export interface DecisionRequest {
  finding: PositionVerdict;
  scoreId: string;
  /** A verdict that is chosen already; TAKE_BACK asks for a reason only. */
  preset: Verdict | 'TAKE_BACK' | null;
}
