import type { Viewer } from '../../lib/viewer.ts';

/** How long things are kept is set by those who run the pipeline. */
export const maySetRetention = (viewer: Viewer): boolean =>
  viewer.role === 'OPERATOR' || viewer.role === 'ADMIN';

/** Shown to the others, where the act would be. */
export const whyNotSet = 'Only operators and administrators do this';
