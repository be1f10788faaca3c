import type { Episode } from './episode.ts';
import { type Replayed, replay, type Waits } from './replay.ts';

/** Weights of the replay; stored with every review, so that its figures can be recomputed. */
export interface CostWeights {
  /** Of a capture that a lower tier scored although the provider was well: the unit. */
  perLateCapture: number;
  /** Of a probe: one capture waits for a call that most likely fails, up to the call's time limit, and is then scored all the same. */
  perProbe: number;
  /** Captures that came to the provider's tier, a second. */
  capturesPerSecond: number;
}

/**
 * Minimum rate used as a weight. In an idle fleet a late recovery would cost nothing, and the best wait would be the
 * longest. A small open store sends one capture a minute.
 */
export const minCapturesPerSecond = 1 / 60;

/** A probe is as bad as one capture scored by a lower tier: it is that, and a call that may be paid for. */
export const weigh = (capturesPerSecond: number): CostWeights => ({
  perLateCapture: 1,
  perProbe: 1,
  capturesPerSecond: Math.max(minCapturesPerSecond, capturesPerSecond),
});

export interface Cost extends Replayed {
  /** In captures that a lower tier scored needlessly. */
  total: number;
}

/** Computes the cost of a record of outages with these waits. Deterministic. */
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
