import type { Realogram } from '../../realogram.ts';
import { type Tier, TierFault, type TierInput } from '../tier.ts';

export type CallResult = { realogram: Realogram; fault: null } | { realogram: null; fault: TierFault };

/**
 * Calls one tier once under a time limit. A tier that ignores its signal is abandoned when the time is up. A bug in a tier
 * counts as a photo that this tier cannot process: the capture loses that tier, not its score.
 */
export async function callTier(
  tier: Tier,
  input: TierInput,
  timeoutMs: number,
  signal: AbortSignal,
): Promise<CallResult> {
  const stop = new AbortController();
  const limit = Number.isFinite(timeoutMs) ? setTimeout(() => stop.abort(), timeoutMs) : undefined;
  const both = AbortSignal.any([signal, stop.signal]);
  const leftBehind = Promise.withResolvers<never>();
  both.addEventListener('abort', () => leftBehind.reject(new TierFault('ABORTED', 'the call was abandoned')));
  // The race below may be over before this rejects.
  leftBehind.promise.catch(() => {});
  try {
    return { realogram: await Promise.race([tier.detect(input, both), leftBehind.promise]), fault: null };
  } catch (error) {
    if (!(error instanceof TierFault))
      return {
        realogram: null,
        fault: new TierFault('PERMANENT_INPUT', `the tier threw: ${error}`, { cause: error }),
      };
    const isLate = stop.signal.aborted && !signal.aborted;
    const fault = isLate
      ? new TierFault('TRANSIENT', `no answer within ${Math.round(timeoutMs)} ms`, { cause: error })
      : error;
    return { realogram: null, fault };
  } finally {
    clearTimeout(limit);
  }
}
