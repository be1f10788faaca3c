import type { Viewer } from '../../lib/viewer.ts';

/** Scores are made anew by those who answer for planograms. */
export const mayStartBatches = (viewer: Viewer): boolean =>
  viewer.role === 'CATEGORY_MANAGER' || viewer.role === 'ADMIN';

/** Shown to the others, where the act would be. */
export const whyNotStart = 'Only category managers and administrators do this';
