import type { QualityFlaw } from '../../generated/graphql.ts';

export const flawWords: Record<QualityFlaw, string> = {
  TOO_SMALL: 'Too small: the short side has too few pixels',
  TOO_BLURRED: 'Too blurred to read products',
};

const flagWords: Record<string, string> = {
  ...flawWords,
  DEGRADED: 'Scored although the photo is substandard',
};

/** A score's quality flag in words; a flag this app does not know yet is shown as it is. */
export const flagWord = (flag: string): string => flagWords[flag] ?? flag.toLowerCase().replaceAll('_', ' ');
