import { captures } from '../../labels/counts.ts';
import { percent } from '../../lib/percent.ts';
import type { WatchedBatch } from './read-batch.ts';

export type Impact = WatchedBatch['impact'];

/** Returns the effect of a batch on the mean score, such as "Mean 71 % before, 78 % after: 7 points up." */
export function meanLabel({ meanBefore, meanAfter }: Pick<Impact, 'meanBefore' | 'meanAfter'>): string {
  if (meanBefore === null || meanAfter === null) return 'No capture has a score on both sides.';
  const points = Math.round((meanAfter - meanBefore) * 1000) / 10;
  const change = points === 0 ? 'the same' : `${Math.abs(points)} points ${points > 0 ? 'up' : 'down'}`;
  return `Mean ${percent(meanBefore)} before, ${percent(meanAfter)} after: ${change}.`;
}

/** The bins of the histograms, such as "0–10 %". */
export const binNames: readonly string[] = Array.from(
  { length: 10 },
  (_, at) => `${at * 10}–${(at + 1) * 10} %`,
);

/** Describes the histogram for people who cannot see it. */
export function histogramDescription({ histogramBefore, histogramAfter }: Impact): string {
  const sum = (counts: readonly number[]) => counts.reduce((all, count) => all + count, 0);
  const fullestBin = (counts: readonly number[]) => binNames[counts.indexOf(Math.max(...counts))];
  const side = (name: string, counts: readonly number[]) =>
    sum(counts) === 0
      ? `no score ${name}`
      : `${captures(sum(counts))} with a score ${name}, most of them at ${fullestBin(counts)}`;
  return `Captures by score: ${side('before', histogramBefore)}; ${side('after', histogramAfter)}.`;
}
