import type { Episode } from './episode.ts';
import { type Replayed, replay, type Waits } from './replay.ts';

/** What the replay weighs against each other; kept with every review, so that its figures can be computed again. */
export interface CostWeights {
  /** Of a capture that a lower tier scored although the provider was well: the unit. */
  perLateCapture: number;
  /** Of a probe: one capture waits for a call that most likely fails, up to the call's time limit, and is then scored all the same. */
  perProbe: number;
  /** Captures that came to the provider's tier, a second. */
  capturesPerSecond: number;
}

/**
 * The least rate that is weighed. In an idle fleet a late recovery would cost nothing, and the best wait would be the
 * longest: one capture a minute is what a small store sends while it is open.
 */
export const leastCapturesPerSecond = 1 / 60;

/** A probe is as bad as one capture scored by a lower tier: it is that, and a call that may be paid for. */
export const weigh = (capturesPerSecond: number): CostWeights => ({
  perLateCapture: 1,
  perProbe: 1,
  capturesPerSecond: Math.max(leastCapturesPerSecond, capturesPerSecond),
});

export interface Cost extends Replayed {
  /** In captures that a lower tier scored needlessly. */
  total: number;
}

/** What a record of outages would have cost with these waits. Same record, same figure. */
export function costOf(episodes: readonly Episode[], waits: Waits, weights: CostWeights): Cost {
  const sum = { probes: 0, lateSeconds: 0 };
  for (const episode of episodes) {
    const { probes, lateSeconds } = replay(episode, waits);
    sum.probes += probes;
    sum.lateSeconds += lateSeconds;
  }
  const late = weights.perLateCapture * sum.lateSeconds * weights.capturesPerSecond;
  return { ...sum, total: late + weights.perProbe * sum.probes };
}
