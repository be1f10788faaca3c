import type { AttemptOutcome } from '@gondola/db';
import { Fault } from '../fault.ts';
import { type AnswerFloor, belowFloor } from './answer-floor.ts';
import type { FleetBreaker } from './breaker/fleet-breaker.ts';
import { callTier } from './call-tier.ts';
import type { Realogram } from './realogram.ts';
import type { Tier, TierInput } from './tier.ts';

/** A step of the ladder: a tier, the breaker of what it depends on, and what its answer must hold to be taken. */
export interface Rung {
  tier: Tier;
  /** Null for a tier that depends on nothing outside of this process. */
  breaker: FleetBreaker | null;
  floor: AnswerFloor;
}

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

export interface LadderClock {
  /** Monotonic milliseconds. */
  now(): number;
  /** What all rungs but the last may take together for one capture. */
  deadlineMs: number;
}

/** A passing fault is tried once more at once: most are gone by then, and a second would only add to an outage. */
const mostTries = 2;

/**
 * Asks the tiers in order until one gives an answer worth taking. Deterministic: same faults, same answer. An open
 * breaker is a way past, not a failure: it costs no try and no time. The last rung is asked whatever the clock says;
 * tier 3 never refuses a photo, so that with it there the ladder always yields. Without any answer it is a passing fault.
 */
export async function climb(
  rungs: readonly Rung[],
  input: TierInput,
  clock: LadderClock,
  signal: AbortSignal,
): Promise<Answer> {
  const attempts: Attempt[] = [];
  const startedAt = clock.now();
  for (const [place, rung] of rungs.entries()) {
    const isLast = place === rungs.length - 1;
    for (let tries = 0; tries < mostTries; tries++) {
      const leftMs = isLast ? Number.POSITIVE_INFINITY : clock.deadlineMs - (clock.now() - startedAt);
      const { attempt, realogram } = await tryRung(rung, input, leftMs, clock, signal);
      attempts.push(attempt);
      if (realogram && (isLast || attempt.outcome === 'OK')) return { tier: rung.tier, realogram, attempts };
      if (attempt.outcome !== 'TRANSIENT') break;
    }
  }
  const tried = attempts.map(({ tier, outcome }) => `tier ${tier} ${outcome}`).join(', ');
  throw new Fault('NO_TIER_ANSWERED', `no tier answered: ${tried || 'none is configured'}`, { retry: true });
}

async function tryRung(
  { tier, breaker, floor }: Rung,
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
  // A stage that is being stopped must not go down the ladder: the job comes back whole.
  signal.throwIfAborted();
  if (fault) return ended(fault.kind, fault.message);
  const lack = belowFloor(realogram, floor);
  return lack === null ? ended('OK', null, realogram) : ended('POOR_ANSWER', lack, realogram);
}
