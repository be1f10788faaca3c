import type { Verdict } from '../generated/graphql.ts';

/** Worst first, the order of a review. The last four verdicts say nothing against the shelf. */
export const verdictLabels: Record<Verdict, string> = {
  MISSING: 'Missing',
  WRONG_PRODUCT: 'Wrong product',
  UNKNOWN_PRODUCT: 'Unknown product',
  MISPLACED: 'Misplaced',
  FACINGS_SHORT: 'Facings short',
  FACINGS_OVER: 'Facings over',
  EXTRA: 'Extra',
  OCCUPIED: 'Occupied',
  NOT_VISIBLE: 'Not visible',
  NOT_ASSESSED: 'Not assessed',
  WAIVED: 'Waived',
  MATCH: 'Match',
};

export const verdictsWorstFirst = Object.keys(verdictLabels) as Verdict[];
