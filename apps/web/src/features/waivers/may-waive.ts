import type { Viewer } from '../../lib/viewer.ts';

/** What a bay is excused from is decided by those who answer for planograms. */
export const mayWaive = (viewer: Viewer): boolean =>
  viewer.role === 'CATEGORY_MANAGER' || viewer.role === 'ADMIN';

/** Shown to the others, where the act would be. */
export const whyNotWaive = 'Only category managers and administrators waive positions';
