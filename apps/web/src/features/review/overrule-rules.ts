import type { Verdict } from '../../generated/graphql.ts';
import { mayReview, type Viewer } from '../../lib/viewer.ts';
import type { PositionVerdict, ReviewedCapture } from './read-capture.ts';

type Finding = Pick<PositionVerdict, 'positionId' | 'verdict'>;

/** In the order in which they are offered: the likeliest corrections first. */
const ofPosition: Verdict[] = [
  'MATCH',
  'MISSING',
  'WRONG_PRODUCT',
  'UNKNOWN_PRODUCT',
  'MISPLACED',
  'FACINGS_SHORT',
  'FACINGS_OVER',
  'OCCUPIED',
  'NOT_VISIBLE',
  'NOT_ASSESSED',
];
const ofExtra: Verdict[] = ['EXTRA', 'NOT_ASSESSED'];

/** What a person can rule of a finding. A thing that is not planned is an EXTRA or nothing; waiving is for bays. */
export const possibleVerdicts = ({ positionId }: Pick<Finding, 'positionId'>): Verdict[] =>
  positionId === null ? ofExtra : ofPosition;

/** Whether a verdict is about a product that the person has to name, may name, or that goes without saying. */
export function productOf(verdict: Verdict): 'NAMED' | 'NAMED_IF_KNOWN' | 'PLANNED' | 'NONE' {
  switch (verdict) {
    case 'WRONG_PRODUCT':
      return 'NAMED';
    case 'EXTRA':
      return 'NAMED_IF_KNOWN';
    case 'MATCH':
    case 'MISPLACED':
    case 'FACINGS_SHORT':
    case 'FACINGS_OVER':
      return 'PLANNED';
    default:
      return 'NONE';
  }
}

/** Why this person cannot overrule this finding, in a sentence; null when they can. */
export function whyNotOverrule(
  viewer: Viewer,
  { state }: Pick<ReviewedCapture, 'state'>,
  { verdict }: Pick<Finding, 'verdict'>,
): string | null {
  if (!mayReview(viewer))
    return 'Analysts look at verdicts, but do not overrule them: that is for category managers, operators and administrators.';
  if (state === 'ARCHIVED')
    return 'The review of this capture is over: it is archived, and its score stands.';
  if (state !== 'SCORED') return 'The capture is on its way again; it can be overruled once it is scored.';
  if (verdict === 'WAIVED')
    return 'The position is waived for its bay. Revoke the waiver to have it count again.';
  return null;
}
