import type { Attempt } from '../inference/ladder/run-ladder.ts';
import { isTerminal } from '../lifecycle.ts';
import type { Metrics } from '../telemetry/metrics.ts';
import type { Moved } from './run-stage.ts';

/** Counts a move that has been committed. */
export function countMove(metrics: Metrics, moved: Moved): void {
  if (isTerminal(moved.to)) metrics.captures.add(1, { outcome: moved.to });
  if (moved.to === 'SCORED') metrics.captureLatency.record(moved.ageSeconds);
  if (moved.to === 'DEAD_LETTERED') metrics.deadLetters.add(1, { stage: moved.stage, reason: moved.reason });
  const attempts = (moved.facts.attempts ?? []) as Attempt[];
  for (const [i, { tier, provider, outcome, durationMs }] of attempts.entries()) {
    metrics.inferenceAttempts.add(1, { tier, provider, outcome });
    // A refused attempt made no call: a duration of zero would make an outage look fast.
    if (outcome !== 'BREAKER_OPEN' && outcome !== 'DEADLINE')
      metrics.inferenceDuration.record(durationMs / 1000, { tier, provider });
    const next = attempts[i + 1];
    // A second attempt at the same tier is no fallback.
    if (next && next.tier !== tier) metrics.fallbacks.add(1, { from: tier, to: next.tier, reason: outcome });
  }
}
