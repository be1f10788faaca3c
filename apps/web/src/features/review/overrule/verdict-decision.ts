import type { Verdict } from '../../../generated/graphql.ts';

/** A person's decision on one finding. */
export interface VerdictDecision {
  /** The finding's key in photo, planogram and list. */
  key: string;
  /** The finding's name for people. */
  name: string;
  finding: { positionId: string | null; ordinal: number };
  /** The score that was on the screen when the person began. */
  scoreId: string;
  /** Null takes an earlier decision back. */
  verdict: Verdict | null;
  seen: { id: string; name: string } | null;
  reason: string;
}
