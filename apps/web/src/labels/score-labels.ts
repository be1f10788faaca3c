import type { ScoreOrigin } from '../generated/graphql.ts';

/** What made a score. */
export const scoreOriginLabels: Record<ScoreOrigin, string> = {
  PIPELINE: 'Scored by the pipeline',
  OVERRULE: 'A person overruled a verdict',
  RESCORE: 'Scored again by a batch',
  REINFER: 'Detected again by a batch',
};

/** Returns a difference of two rates in points, with its sign, such as "+3.2" or "−0.5"; "±0" for none. */
export function points(difference: number): string {
  const tenths = Math.round(difference * 1000) / 10;
  if (tenths === 0) return '±0';
  return `${tenths > 0 ? '+' : '−'}${Math.abs(tenths)}`;
}
