import type { Verdict } from '../../generated/graphql.ts';

/** Worst first: the order in which a reviewer wants to meet them. The last four say nothing against the shelf. */
export const verdictWords: Record<Verdict, string> = {
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

export const verdictsWorstFirst = Object.keys(verdictWords) as Verdict[];
