'use client';
import { parseAsString, parseAsStringLiteral, useQueryStates } from 'nuqs';

/** How far the charts look back. */
export const windowNames = ['1h', '24h', '7d'] as const;
export type WindowName = (typeof windowNames)[number];

export interface InferenceWindow {
  word: string;
  minutes: number;
  /** Width of a point of the fallback chart: thirty to fifty of them fit any screen. */
  fallbackBucketMinutes: number;
  /** Of the calls of one breaker, which are told for a day at most. */
  callMinutes: number;
  callBucketMinutes: number;
}

const hour = 60;
const day = 24 * hour;

export const windows: Record<WindowName, InferenceWindow> = {
  '1h': {
    word: 'the last hour',
    minutes: hour,
    fallbackBucketMinutes: 2,
    callMinutes: hour,
    callBucketMinutes: 1,
  },
  '24h': {
    word: 'the last 24 hours',
    minutes: day,
    fallbackBucketMinutes: 30,
    callMinutes: day,
    callBucketMinutes: 20,
  },
  '7d': {
    word: 'the last 7 days',
    minutes: 7 * day,
    fallbackBucketMinutes: 4 * hour,
    callMinutes: day,
    callBucketMinutes: 20,
  },
};

const parsers = {
  window: parseAsStringLiteral(windowNames).withDefault('1h'),
  /** Whose history is shown; the first one unless told. */
  breaker: parseAsString,
};

/** What the screen shows, as it stands in the address. */
export function useInferenceView() {
  const [view, setView] = useQueryStates(parsers, { history: 'replace' });
  return { ...view, setView };
}

/** Whole buckets up to the one that `now` lies in, so that their edges stay where they are between two answers. */
export function spanOf(now: number, minutes: number, bucketMinutes: number): { from: string; to: string } {
  const bucketMs = bucketMinutes * 60_000;
  const to = Math.ceil((now + 1) / bucketMs) * bucketMs;
  return { from: new Date(to - minutes * 60_000).toISOString(), to: new Date(to).toISOString() };
}
