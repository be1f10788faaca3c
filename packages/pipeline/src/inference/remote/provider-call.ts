import { TierFault } from '../tier.ts';

export interface CallLimits {
  signal: AbortSignal;
  /** From the call's start to the last byte of its answer. */
  timeoutMs: number;
  /** Classifies any error other than an abort or a timeout. */
  toFault(error: unknown): TierFault;
}

/**
 * Calls a provider once. Rejects only with TierFault, and at once when the signal aborts (ABORTED) or the time is up
 * (TRANSIENT), even when the client ignores its signal.
 */
export async function callProvider<T>(
  ask: (signal: AbortSignal) => Promise<T>,
  { signal, timeoutMs, toFault }: CallLimits,
): Promise<T> {
  if (signal.aborted) throw new TierFault('ABORTED', 'aborted before the provider was asked');
  const stopping = new AbortController();
  const stopped = Promise.withResolvers<never>();
  const ended: { by: TierFault | null } = { by: null };
  const end = (fault: TierFault) => {
    ended.by = fault;
    stopped.reject(fault);
    stopping.abort();
  };
  const onAbort = () => end(new TierFault('ABORTED', 'aborted while the provider was asked'));
  signal.addEventListener('abort', onAbort, { once: true });
  const timer = setTimeout(
    () => end(new TierFault('TRANSIENT', `no answer within ${timeoutMs} ms`)),
    timeoutMs,
  );
  try {
    return await Promise.race([ask(stopping.signal), stopped.promise]);
  } catch (error) {
    if (ended.by) throw ended.by;
    throw error instanceof TierFault ? error : toFault(error);
  } finally {
    clearTimeout(timer);
    signal.removeEventListener('abort', onAbort);
  }
}
