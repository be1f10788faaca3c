import type { Verdict } from '../../generated/graphql.ts';

/** What each verdict says of a position, for whoever has to choose one. */
export const verdictMeanings: Record<Verdict, string> = {
  MATCH: 'The planned product, with the planned facings',
  FACINGS_SHORT: 'The planned product, with too few facings',
  FACINGS_OVER: 'The planned product, with more facings than planned',
  MISPLACED: 'The planned product, but in another place',
  WRONG_PRODUCT: 'Another product stands here',
  UNKNOWN_PRODUCT: 'A product that is not in the catalogue',
  MISSING: 'Nothing stands here',
  OCCUPIED: 'Something stands here; nobody can tell what',
  NOT_VISIBLE: 'Out of the photo, or hidden',
  NOT_ASSESSED: 'The photo does not allow to say',
  WAIVED: 'The bay is excused from it',
  EXTRA: 'A product that is not planned here',
};

/** Of a thing that nobody planned, the same word says something else. */
export const noProductMeaning = 'No product at all: a mistake of the tier';
