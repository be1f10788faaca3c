import type { Verdict } from '../../../generated/graphql.ts';
import { can } from '../../../lib/can.ts';
import type { Viewer } from '../../../lib/viewer.ts';
import type { PositionVerdict, ReviewedCapture } from '../read-capture.ts';

type Finding = Pick<PositionVerdict, 'positionId' | 'verdict'>;

/** In the order in which they are offered: the most likely corrections first. */
const verdictsOfPosition: Verdict[] = [
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
const verdictsOfExtra: Verdict[] = ['EXTRA', 'NOT_ASSESSED'];

/**
 * Returns the verdicts that a person can give a finding. An unplanned product is an EXTRA or nothing; waiving is for
 * bays.
 */
export const possibleVerdicts = ({ positionId }: Pick<Finding, 'positionId'>): Verdict[] =>
  positionId === null ? verdictsOfExtra : verdictsOfPosition;

/** Whether the person has to name a product, may name one, or the verdict implies the planned one or none. */
type NeededProduct = 'NAMED' | 'NAMED_IF_KNOWN' | 'PLANNED' | 'NONE';

const neededProducts: Record<Verdict, NeededProduct> = {
  MATCH: 'PLANNED',
  MISPLACED: 'PLANNED',
  FACINGS_SHORT: 'PLANNED',
  FACINGS_OVER: 'PLANNED',
  WRONG_PRODUCT: 'NAMED',
  EXTRA: 'NAMED_IF_KNOWN',
  UNKNOWN_PRODUCT: 'NONE',
  MISSING: 'NONE',
  OCCUPIED: 'NONE',
  NOT_VISIBLE: 'NONE',
  NOT_ASSESSED: 'NONE',
  WAIVED: 'NONE',
};

/** Returns which product a verdict needs. */
export const productOf = (verdict: Verdict): NeededProduct => neededProducts[verdict];

/** Returns why this person cannot overrule this finding; null when they can. */
export function whyNotOverrule(
  viewer: Pick<Viewer, 'permissions'>,
  { state, store }: Pick<ReviewedCapture, 'state'> & { store: { code: string } },
  { verdict }: Pick<Finding, 'verdict'>,
): string | null {
  if (!can(viewer, 'VERDICT_OVERRULE', { storeCode: store.code }))
    return 'You can view verdicts, but your role does not include overruling them.';
  if (state === 'ARCHIVED')
    return 'The review of this capture is over: the capture is archived, and its score is final.';
  if (state !== 'SCORED')
    return 'Processing of this capture is in progress; it can be overruled once it is scored.';
  if (verdict === 'WAIVED')
    return 'The position is waived for its bay. Revoke the waiver to have it count again.';
  return null;
}
