import type { BreakerAuditDecision, BreakerNoProposal } from '../generated/graphql.ts';

export const auditDecisionLabels: Record<BreakerAuditDecision, string> = {
  APPROVED: 'Approved',
  REJECTED: 'Rejected',
  REPLACED: 'Replaced by a newer review',
};

/** Why a review proposes nothing. */
export const noProposalLabels: Record<BreakerNoProposal, { label: string; meaning: string }> = {
  TOO_FEW_EPISODES: {
    label: 'Too few outages',
    meaning: 'Too few outages have ended: fewer than ten show chance rather than the provider.',
  },
  OUTSIDE_LIMITS: {
    label: 'Outside the limits',
    meaning: 'The waits in force are too far outside the limits to be brought back in one step.',
  },
  NO_GAIN: {
    label: 'Keep the waits',
    meaning: 'No other waits would have been at least 5 % cheaper in the recorded outages.',
  },
};

/** What a review never does, so that a person need not check it. */
export const guardRailNotes = [
  'At least ten outages must have ended; those that a person isolated or restored are excluded.',
  'A wait is at most halved or doubled in one step, since the record was made with the waits of before.',
  'The first wait stays between 1 s and 30 s, the factor between 1.5 and 3, the longest wait between 30 s and 5 min.',
  'No wait goes below what the provider asked for with Retry-After, as far as the other limits allow.',
  'Waits that would be less than 5 % cheaper are not proposed. Nothing changes until a person approves.',
];
