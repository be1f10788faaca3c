'use client';
import { parseAsString, parseAsStringLiteral, useQueryStates } from 'nuqs';

/** How far the charts look back. */
export const windowNames = ['1h', '24h', '7d'] as const;
export type WindowName = (typeof windowNames)[number];

export interface InferenceWindow {
  label: string;
  minutes: number;
  /** Width of a point of the fallback chart: thirty to fifty points fit any screen. */
  fallbackBucketMinutes: number;
  /** For the calls of one breaker, which the API returns for a day at most. */
  callMinutes: number;
  callBucketMinutes: number;
}

const hour = 60;
const day = 24 * hour;

export const windows: Record<WindowName, InferenceWindow> = {
  '1h': {
    label: 'the last hour',
    minutes: hour,
    fallbackBucketMinutes: 2,
    callMinutes: hour,
    callBucketMinutes: 1,
  },
  '24h': {
    label: 'the last 24 hours',
    minutes: day,
    fallbackBucketMinutes: 30,
    callMinutes: day,
    callBucketMinutes: 20,
  },
  '7d': {
    label: 'the last 7 days',
    minutes: 7 * day,
    fallbackBucketMinutes: 4 * hour,
    callMinutes: day,
    callBucketMinutes: 20,
  },
};

const parsers = {
  window: parseAsStringLiteral(windowNames).withDefault('1h'),
  /** The breaker whose history is shown; the first one by default. */
  breaker: parseAsString,
};

/** Reads and sets the view of the screen, which is part of the address. */
export function useInferenceView() {
  const [view, setView] = useQueryStates(parsers, { history: 'replace' });
  return { ...view, setView };
}

/** Returns whole buckets up to the current one, so that their edges stay the same between two refreshes. */
export function spanOf(now: number, minutes: number, bucketMinutes: number): { from: string; to: string } {
  const bucketMs = bucketMinutes * 60_000;
  const to = Math.ceil((now + 1) / bucketMs) * bucketMs;
  return { from: new Date(to - minutes * 60_000).toISOString(), to: new Date(to).toISOString() };
}
