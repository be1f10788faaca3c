import type { Waits } from './replay.ts';

/** Fewer outages than these say more of chance than of the provider. */
export const leastEpisodes = 10;
/** A review may halve or double a wait: what it learned from was recorded with the waits of before. */
export const mostChange = 2;
/** A gain below this share is within what chance would make of the same record. */
export const leastGain = 0.05;

const limits = {
  /** Below a second a fleet hammers a provider that is down; half a minute is long for a blip. */
  baseSeconds: [1, 30],
  factor: [1.5, 3],
  /** Below half a minute a long outage costs probes for nothing; beyond five minutes a recovery goes unnoticed. */
  capSeconds: [30, 300],
} as const satisfies Record<keyof Waits, readonly [number, number]>;

export interface Range {
  least: number;
  most: number;
}

/**
 * Where a review may move a wait to, or null when the present one is too far outside of the limits for one step.
 * `retryAfterSeconds`: no wait is proposed below what the provider asks for, as far as the other rails allow.
 */
export function rangeFor(name: keyof Waits, present: number, retryAfterSeconds: number | null): Range | null {
  const [lowest, highest] = limits[name];
  const least = Math.max(lowest, present / mostChange);
  const most = Math.min(highest, present * mostChange);
  if (least > most) return null;
  const asked = name === 'factor' ? 0 : (retryAfterSeconds ?? 0);
  return { least: Math.min(most, Math.max(least, asked)), most };
}

export const within = ({ least, most }: Range, value: number): number =>
  Math.min(most, Math.max(least, value));
