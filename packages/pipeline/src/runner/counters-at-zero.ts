import { attemptOutcomes, captureStates, deadLetterReasons, deadLetterStages } from '@gondola/db';
import type { LadderStep } from '../inference/ladder/run-ladder.ts';
import { isTerminal } from '../lifecycle.ts';
import type { Metrics } from '../telemetry/metrics.ts';

/**
 * Begins every series that `countMove` can count at zero. A series that appears with its first count is no increase for
 * Prometheus, so an alert on `increase()` would miss exactly that one. The vocabularies are closed, so the number is
 * bounded: about 120 series for three tiers.
 */
export function countersAtZero(metrics: Metrics, ladder: readonly Pick<LadderStep, 'tier'>[]): void {
  for (const outcome of captureStates.filter(isTerminal)) metrics.captures.add(0, { outcome });
  for (const stage of deadLetterStages.filter((each) => each !== 'intake'))
    for (const reason of deadLetterReasons) metrics.deadLetters.add(0, { stage, reason });
  for (const [place, { tier }] of ladder.entries())
    for (const outcome of attemptOutcomes) {
      metrics.inferenceAttempts.add(0, { tier: tier.tier, provider: tier.provider, outcome });
      for (const lower of ladder.slice(place + 1))
        if (outcome !== 'OK')
          metrics.fallbacks.add(0, { from: tier.tier, to: lower.tier.tier, reason: outcome });
    }
}
