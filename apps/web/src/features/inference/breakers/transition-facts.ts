/** Facts of a transition beside its reason; null for those that are missing. */
export interface TransitionFacts {
  /** In the provider's words. */
  message: string | null;
  waitMs: number | null;
}

/** Reads the free-form facts of a transition; values of an unexpected type are left out. */
export function factsOf(facts: unknown): TransitionFacts {
  const { message, waitMs } = (facts ?? {}) as { message?: unknown; waitMs?: unknown };
  return {
    message: typeof message === 'string' && message !== '' ? message : null,
    waitMs: typeof waitMs === 'number' ? waitMs : null,
  };
}
