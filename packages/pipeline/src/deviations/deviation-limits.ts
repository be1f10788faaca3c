/** The limits of deviations. Shares and scores are 0..1, so 0.15 is 15 points. */
export const deviationLimits = {
  /** Four weeks hold each weekday equally often, and forget a season. */
  baselineDays: 28,
  /** A bay that is photographed once a week has four days in four weeks. */
  minBaselineDays: 4,
  /** A smaller change is within what one empty shelf does to a bay. */
  points: 0.15,
  /** Median deviations from the median: a level that swings by itself needs a larger fall. */
  medianDeviations: 3,
  /** Two bays that fall in one store or category are reported as two bays. */
  minFallenBays: 3,
  /** Beyond this many points, over this many bays of one planogram, the alert does not wait for a second day. */
  pointsAtOnce: 0.4,
  baysAtOnce: 10,
  /** Of a thousand bays ten have a bad photo every day: a tenth of all bays is no accident. */
  shareAtOnce: 0.1,
  /** The score of a photo that shows less than half of the bay says little about its level. */
  minCoverage: 0.5,
  /** Captures that an alert links: one screen of thumbnails. */
  maxCaptures: 10,
} as const;
