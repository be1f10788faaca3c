/** Kinds of deviation that occur on a shelf between two visits of the clerk who fills it. */
export type DeviationKind =
  | 'missing'
  | 'short'
  | 'over'
  | 'spread'
  | 'swapped'
  | 'misplaced'
  | 'foreign'
  | 'substituted';

/** Probability of each kind for every position. 'over' needs free space, which two or three positions of a bay have. */
export type DeviationRates = Record<DeviationKind, number>;

/** About one position in eight. Out-of-stock is the most frequent, as in field studies of on-shelf availability (5 to 10 %). */
export const ordinaryRates: DeviationRates = {
  missing: 0.035,
  short: 0.03,
  over: 0.05,
  spread: 0.01,
  swapped: 0.012,
  misplaced: 0.01,
  foreign: 0.01,
  substituted: 0.015,
};

export const tidyRates: DeviationRates = {
  missing: 0,
  short: 0,
  over: 0,
  spread: 0,
  swapped: 0,
  misplaced: 0,
  foreign: 0,
  substituted: 0,
};

/** The same probability for every kind, for tests and accuracy figures that need all verdicts. */
export const untidyRates: DeviationRates = {
  missing: 0.04,
  short: 0.04,
  over: 0.3,
  spread: 0.025,
  swapped: 0.025,
  misplaced: 0.025,
  foreign: 0.04,
  substituted: 0.03,
};
