import type { Verdict } from '../generated/graphql.ts';

/** The meaning of each verdict for a position, for the person who chooses one. */
export const verdictMeanings: Record<Verdict, string> = {
  MATCH: 'The planned product, with the planned facings',
  FACINGS_SHORT: 'The planned product, with too few facings',
  FACINGS_OVER: 'The planned product, with more facings than planned',
  MISPLACED: 'The planned product, but in another slot',
  WRONG_PRODUCT: 'Another product is here',
  UNKNOWN_PRODUCT: 'A product that is not in the catalogue',
  MISSING: 'The slot is empty',
  OCCUPIED: 'Something is here that cannot be identified',
  NOT_VISIBLE: 'Out of the photo, or hidden',
  NOT_ASSESSED: 'The photo does not allow a judgement',
  WAIVED: 'The position is waived for the bay',
  EXTRA: 'A product that is not planned here',
};

/** The meaning of NOT_ASSESSED for an unplanned product. */
export const noProductMeaning = 'No product at all: a mistake of the tier';
