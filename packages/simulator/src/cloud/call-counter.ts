import { type FaultKind, type Provider, providers } from './fault.ts';

/** How a call ended: answered, refused as invalid, or with the fault that was set. */
export type CallOutcome = 'ok' | 'refused' | FaultKind;

export interface CallCounts {
  calls: number;
  byOutcome: Partial<Record<CallOutcome, number>>;
  /** Calls that arrived before the time of an earlier Retry-After had passed. */
  beforeRetryAfter: number;
  photos: { known: number; unknown: number };
}

export interface CallCounter {
  /** Counts a call when it arrives. */
  countCall(provider: Provider): void;
  countOutcome(provider: Provider, outcome: CallOutcome): void;
  /** Records that an answer carried Retry-After. */
  noteRetryAfter(provider: Provider, seconds: number): void;
  countPhoto(provider: Provider, isKnown: boolean): void;
  counts(provider: Provider): CallCounts;
}

export function createCallCounter(nowMs: () => number): CallCounter {
  const perProvider = new Map(
    providers.map((provider) => [
      provider,
      {
        counts: {
          calls: 0,
          byOutcome: {},
          beforeRetryAfter: 0,
          photos: { known: 0, unknown: 0 },
        } as CallCounts,
        retryAfterMs: Number.NEGATIVE_INFINITY,
      },
    ]),
  );
  const entryOf = (provider: Provider) => {
    const counter = perProvider.get(provider);
    if (!counter) throw new RangeError(`invariant: no counter for provider ${provider}`);
    return counter;
  };
  return {
    countCall(provider) {
      const counter = entryOf(provider);
      counter.counts.calls += 1;
      if (nowMs() < counter.retryAfterMs) counter.counts.beforeRetryAfter += 1;
    },
    countOutcome(provider, outcome) {
      const { byOutcome } = entryOf(provider).counts;
      byOutcome[outcome] = (byOutcome[outcome] ?? 0) + 1;
    },
    noteRetryAfter(provider, seconds) {
      const counter = entryOf(provider);
      counter.retryAfterMs = Math.max(counter.retryAfterMs, nowMs() + seconds * 1000);
    },
    countPhoto(provider, isKnown) {
      entryOf(provider).counts.photos[isKnown ? 'known' : 'unknown'] += 1;
    },
    counts: (provider) => structuredClone(entryOf(provider).counts),
  };
}
