import { type FaultKind, type Provider, providers } from './fault.ts';

/** How a call ended: answered, refused for what was asked, or with the fault that was set. */
export type CallOutcome = 'ok' | 'refused' | FaultKind;

export interface CallCounts {
  calls: number;
  byOutcome: Partial<Record<CallOutcome, number>>;
  /** Calls that came although the time of an earlier Retry-After had not passed. */
  beforeRetryAfter: number;
  photos: { known: number; unknown: number };
}

export interface CallBook {
  /** A call has come. */
  arrived(provider: Provider): void;
  ended(provider: Provider, outcome: CallOutcome): void;
  /** An answer asked to be left alone for so long. */
  askedForRest(provider: Provider, seconds: number): void;
  sawPhoto(provider: Provider, isKnown: boolean): void;
  counts(provider: Provider): CallCounts;
}

export function createCallBook(nowMs: () => number): CallBook {
  const books = new Map(
    providers.map((provider) => [
      provider,
      {
        counts: {
          calls: 0,
          byOutcome: {},
          beforeRetryAfter: 0,
          photos: { known: 0, unknown: 0 },
        } as CallCounts,
        restUntilMs: Number.NEGATIVE_INFINITY,
      },
    ]),
  );
  const bookOf = (provider: Provider) => {
    const book = books.get(provider);
    if (!book) throw new RangeError(`no provider ${provider}`);
    return book;
  };
  return {
    arrived(provider) {
      const book = bookOf(provider);
      book.counts.calls += 1;
      if (nowMs() < book.restUntilMs) book.counts.beforeRetryAfter += 1;
    },
    ended(provider, outcome) {
      const { byOutcome } = bookOf(provider).counts;
      byOutcome[outcome] = (byOutcome[outcome] ?? 0) + 1;
    },
    askedForRest(provider, seconds) {
      const book = bookOf(provider);
      book.restUntilMs = Math.max(book.restUntilMs, nowMs() + seconds * 1000);
    },
    sawPhoto(provider, isKnown) {
      bookOf(provider).counts.photos[isKnown ? 'known' : 'unknown'] += 1;
    },
    counts: (provider) => structuredClone(bookOf(provider).counts),
  };
}
