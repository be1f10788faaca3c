import type { Viewer } from '../../lib/viewer.ts';

/** Providers and breakers are the business of those who run the pipeline. */
export const mayOperate = (viewer: Viewer): boolean => viewer.role === 'OPERATOR' || viewer.role === 'ADMIN';

/** Shown to the others, where the act would be. */
export const whyNotOperate = 'Only operators and administrators do this';
