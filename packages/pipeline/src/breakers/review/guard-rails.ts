import type { Waits } from './replay.ts';

/** Fewer outages than this are dominated by chance. */
export const minEpisodes = 10;
/** A review may at most halve or double a wait: its record was made with the previous waits. */
export const maxChangeFactor = 2;
/** A gain below this share may be chance. */
export const minGain = 0.05;

const limits = {
  /** Below a second a fleet hammers a provider that is down; half a minute is long for a blip. */
  baseSeconds: [1, 30],
  factor: [1.5, 3],
  /** Below half a minute a long outage costs probes for nothing; beyond five minutes a recovery goes unnoticed. */
  capSeconds: [30, 300],
} as const satisfies Record<keyof Waits, readonly [number, number]>;

export interface Range {
  min: number;
  max: number;
}

/**
 * Returns the range to which a review may move a wait, or null when the present wait is too far outside the limits.
 * `retryAfterSeconds`: no wait is proposed below what the provider asks for, as far as the other rails allow.
 */
export function rangeFor(name: keyof Waits, present: number, retryAfterSeconds: number | null): Range | null {
  const [lowest, highest] = limits[name];
  const min = Math.max(lowest, present / maxChangeFactor);
  const max = Math.min(highest, present * maxChangeFactor);
  if (min > max) return null;
  const asked = name === 'factor' ? 0 : (retryAfterSeconds ?? 0);
  return { min: Math.min(max, Math.max(min, asked)), max };
}

export const within = ({ min, max }: Range, value: number): number => Math.min(max, Math.max(min, value));
