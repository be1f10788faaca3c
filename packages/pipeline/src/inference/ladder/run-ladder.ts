import type { AttemptOutcome } from '@gondola/db';
import type { FleetBreaker } from '../../breakers/model/fleet-breaker.ts';
import { Fault } from '../../fault.ts';
import type { Realogram } from '../../realogram.ts';
import type { Tier, TierInput } from '../tier.ts';
import { type AcceptanceThreshold, belowThreshold } from './acceptance-threshold.ts';
import { callTier } from './call-tier.ts';

/** A step of the ladder: a tier, the breaker of its dependency, and the acceptance threshold of its answers. */
export interface LadderStep {
  tier: Tier;
  /** Null for a tier that depends on nothing outside of this process. */
  breaker: FleetBreaker | null;
  threshold: AcceptanceThreshold;
}

/** One attempt with one tier; the capture records every attempt. */
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

export interface LadderClock {
  /** Monotonic milliseconds. */
  now(): number;
  /** Time limit of all steps but the last together, for one capture. */
  deadlineMs: number;
}

/** A transient fault is retried once at once: most are gone by then, and a second retry would only add to an outage. */
const maxTries = 2;

/**
 * Calls the tiers in order until one gives an acceptable answer. Deterministic: same faults, same answer. An open breaker
 * skips its tier without an attempt and without delay. The last step runs regardless of the deadline. Tier 3 never refuses
 * a photo, so a ladder with tier 3 always answers. Throws a transient fault when no tier answers.
 */
export async function runLadder(
  steps: readonly LadderStep[],
  input: TierInput,
  clock: LadderClock,
  signal: AbortSignal,
): Promise<Answer> {
  const attempts: Attempt[] = [];
  const startedAt = clock.now();
  for (const [place, step] of steps.entries()) {
    const isLast = place === steps.length - 1;
    for (let tries = 0; tries < maxTries; tries++) {
      const leftMs = isLast ? Number.POSITIVE_INFINITY : clock.deadlineMs - (clock.now() - startedAt);
      const { attempt, realogram } = await tryStep(step, input, leftMs, clock, signal);
      attempts.push(attempt);
      if (realogram && (isLast || attempt.outcome === 'OK')) return { tier: step.tier, realogram, attempts };
      if (attempt.outcome !== 'TRANSIENT') break;
    }
  }
  const tried = attempts.map(({ tier, outcome }) => `tier ${tier} ${outcome}`).join(', ');
  throw new Fault('NO_TIER_ANSWERED', `no tier answered: ${tried || 'none is configured'}`, { retry: true });
}

async function tryStep(
  { tier, breaker, threshold }: LadderStep,
  input: TierInput,
  leftMs: number,
  clock: LadderClock,
  signal: AbortSignal,
): Promise<{ attempt: Attempt; realogram: Realogram | null }> {
  const startedAt = clock.now();
  const ended = (outcome: AttemptOutcome, message: string | null, realogram: Realogram | null = null) => ({
    attempt: {
      tier: tier.tier,
      provider: tier.provider,
      outcome,
      message,
      durationMs: clock.now() - startedAt,
    },
    realogram,
  });
  if (leftMs <= 0) return ended('DEADLINE', 'the time for this capture was used up by the tiers before');
  const pass = await breaker?.admit();
  if (pass && !pass.admitted) return ended('BREAKER_OPEN', pass.reason);

  const timeoutMs = Math.min(pass?.timeoutMs ?? Number.POSITIVE_INFINITY, leftMs);
  const { realogram, fault } = await callTier(tier, input, timeoutMs, signal);
  if (pass)
    await breaker?.settle(
      pass,
      fault ? { kind: fault.kind, message: fault.message, retryAfterMs: fault.retryAfterMs } : { kind: 'OK' },
    );
  // A stage that is being stopped must not continue down the ladder: the job will be retried as a whole.
  signal.throwIfAborted();
  if (fault) return ended(fault.kind, fault.message);
  const lack = belowThreshold(realogram, threshold);
  return lack === null ? ended('OK', null, realogram) : ended('POOR_ANSWER', lack, realogram);
}
