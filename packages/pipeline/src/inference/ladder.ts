import type { AttemptOutcome } from '@gondola/db';
import { Fault } from '../fault.ts';
import type { Realogram } from './realogram.ts';
import { type Tier, TierFault, type TierInput } from './tier.ts';

/** One try of one tier; every one is kept with the capture. */
export interface Attempt {
  tier: Tier['tier'];
  provider: string;
  outcome: AttemptOutcome;
  message: string | null;
  durationMs: number;
}

export interface Answer {
  tier: Tier;
  realogram: Realogram;
  attempts: Attempt[];
}

/**
 * Asks the tiers in order until one answers. Deterministic: same faults, same answer. Tier 3 never refuses a photo,
 * so that with it as the last rung the ladder always yields; without any answer it is a passing fault.
 */
export async function climb(
  tiers: readonly Tier[],
  input: TierInput,
  clock: { now(): number },
  signal: AbortSignal,
): Promise<Answer> {
  const attempts: Attempt[] = [];
  for (const tier of tiers) {
    const started = clock.now();
    const attempt = { tier: tier.tier, provider: tier.provider };
    try {
      const realogram = await tier.detect(input, signal);
      attempts.push({ ...attempt, outcome: 'OK', message: null, durationMs: clock.now() - started });
      return { tier, realogram, attempts };
    } catch (error) {
      // A stage that is being stopped must not go down the ladder: the job comes back whole.
      signal.throwIfAborted();
      if (!(error instanceof TierFault)) throw error;
      attempts.push({
        ...attempt,
        outcome: error.kind,
        message: error.message,
        durationMs: clock.now() - started,
      });
    }
  }
  const tried = attempts.map((a) => `tier ${a.tier} ${a.outcome}`).join(', ');
  throw new Fault('NO_TIER_ANSWERED', `no tier answered: ${tried || 'none is configured'}`, { retry: true });
}
