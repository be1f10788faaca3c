import type { CostWeights } from './cost.ts';
import type { Episode } from './episode.ts';
import type { Candidate, NoProposal } from './propose-waits.ts';
import type { EpisodeSummary } from './summarise-episodes.ts';

/** The input of a review, sufficient to recompute its figures. Stored as JSON. */
export interface AuditEvidence {
  /** Version of this shape and of the replay; a change of either increases it. */
  version: 1;
  episodes: Episode[];
  weights: CostWeights;
  /** The waits in force at the time of the review, and their cost. */
  present: Candidate;
  candidates: Candidate[];
  /** The cost of the proposal; null without one. */
  proposed: Candidate | null;
  /** Why the review proposes nothing. */
  reason: NoProposal | null;
  /** Figures of the whole period, and of its last seven days. */
  summary: EpisodeSummary;
  lastWeek: EpisodeSummary;
  /** Captures refused between the last failed and the first successful probe: an upper limit of late captures. */
  lateCaptures: number;
  /**
   * The 99.9th percentile of the duration of successful calls; null without any. Helps a person to judge the time
   * limit.
   */
  successMsP999: number | null;
  callTimeoutMs: number;
}
