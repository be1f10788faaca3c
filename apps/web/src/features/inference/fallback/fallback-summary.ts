import type { FallbackPoint } from './read-fallback.ts';

export interface FallbackSummary {
  captures: number;
  byTier: [tier1: number, tier2: number, tier3: number];
  /** Of the whole window, 0..1; null when no capture was read. */
  rate: number | null;
  /** The worst point; null without any. */
  peak: FallbackPoint | null;
  /** Points above the alert threshold. */
  above: number;
}

const capturesOf = ({ tier1, tier2, tier3 }: FallbackPoint): number => tier1 + tier2 + tier3;

/** Summarises a window in a few figures. Points without a capture carry no rate, which is not a rate of 0. */
export function summariseFallback(points: readonly FallbackPoint[], alertRate: number): FallbackSummary {
  const sum = (of: (point: FallbackPoint) => number) => points.reduce((total, point) => total + of(point), 0);
  const captures = sum(capturesOf);
  const fallbacks = sum((point) => (point.fallbackRate ?? 0) * capturesOf(point));
  const known = points.filter(({ fallbackRate }) => fallbackRate !== null);
  return {
    captures,
    byTier: [sum((point) => point.tier1), sum((point) => point.tier2), sum((point) => point.tier3)],
    rate: captures === 0 ? null : fallbacks / captures,
    peak: known.reduce<FallbackPoint | null>(
      (worst, point) => ((point.fallbackRate ?? 0) > (worst?.fallbackRate ?? -1) ? point : worst),
      null,
    ),
    above: known.filter(({ fallbackRate }) => (fallbackRate ?? 0) > alertRate).length,
  };
}
