import type { CostWeights } from './cost.ts';
import type { Episode } from './episode.ts';
import type { Candidate, NoProposal } from './propose-waits.ts';
import type { EpisodeSummary } from './summarise-episodes.ts';

/** What a review was based on: enough to compute its figures again from itself. Kept as JSON. */
export interface AuditEvidence {
  /** Of this shape and of the replay; a change of either makes a new number. */
  version: 1;
  episodes: Episode[];
  weights: CostWeights;
  /** The waits in force when it was made, and what they cost. */
  present: Candidate;
  candidates: Candidate[];
  /** What the proposal would have cost; null without one. */
  proposed: Candidate | null;
  /** Why nothing is proposed. */
  reason: NoProposal | null;
  /** Of the whole time, and of its last seven days. */
  summary: EpisodeSummary;
  lastWeek: EpisodeSummary;
  /** Captures that were refused between the last failed probe and the first good one: at most so many came too late. */
  lateCaptures: number;
  /** How long a successful call took in all but one of a thousand; null without any. For judging the time limit. */
  successMsP999: number | null;
  callTimeoutMs: number;
}
