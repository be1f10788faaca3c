import type { Viewer } from '../../lib/viewer.ts';

/** Planograms are imported, mapped and activated by those who answer for them. */
export const mayManagePlanograms = (viewer: Viewer): boolean =>
  viewer.role === 'CATEGORY_MANAGER' || viewer.role === 'ADMIN';
