/** What a transition tells beside its reason; null for what it does not. */
export interface TransitionFacts {
  /** In the provider's words. */
  message: string | null;
  waitMs: number | null;
}

/** Reads the free facts of a transition: what is not of the shape that is expected is left out. */
export function factsOf(facts: unknown): TransitionFacts {
  const { message, waitMs } = (facts ?? {}) as { message?: unknown; waitMs?: unknown };
  return {
    message: typeof message === 'string' && message !== '' ? message : null,
    waitMs: typeof waitMs === 'number' ? waitMs : null,
  };
}
