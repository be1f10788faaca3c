import { type Episode, isConclusive, secondsBetween } from './episode.ts';

/** What a review may change of a policy. */
export interface Waits {
  baseSeconds: number;
  factor: number;
  capSeconds: number;
}

export interface Replayed {
  probes: number;
  /** Seconds for which the provider was well and nobody had noticed. */
  lateSeconds: number;
}

/** When the provider came back is known only to lie between two probes: it is tried at the middles of so many parts. */
const recoverySamples = 5;

/**
 * What an episode would have cost with other waits, without chance: the jitter is even around the wait. An outage that
 * a person touched costs nothing; one that goes on has cost the probes up to its last failure, and how late its end will
 * be noticed is not known. How long a probe takes is left out: it is the same for all waits.
 */
export function replay(episode: Episode, waits: Waits): Replayed {
  if (episode.byPerson) return { probes: 0, lateSeconds: 0 };
  const failedSeconds = secondsBetween(episode.openedAt, episode.lastFailedAt);
  const leastSeconds = episode.retryAfterSeconds ?? 0;
  if (!isConclusive(episode))
    return { probes: probeUntil(failedSeconds, waits, leastSeconds).probes, lateSeconds: 0 };
  const gapSeconds = secondsBetween(episode.lastFailedAt, episode.recoveredAt);
  const sum = { probes: 0, lateSeconds: 0 };
  for (let i = 0; i < recoverySamples; i++) {
    const outageSeconds = failedSeconds + (gapSeconds * (i + 0.5)) / recoverySamples;
    const once = probeUntil(outageSeconds, waits, leastSeconds);
    sum.probes += once.probes / recoverySamples;
    sum.lateSeconds += once.lateSeconds / recoverySamples;
  }
  return sum;
}

/** Probes after ever longer waits until one finds the provider well. `leastSeconds`: what the provider asked for. */
function probeUntil(outageSeconds: number, waits: Waits, leastSeconds: number): Replayed {
  let atSeconds = 0;
  let probes = 0;
  let wait = waits.baseSeconds;
  for (;;) {
    const waited = Math.max(Math.min(wait, waits.capSeconds), leastSeconds);
    // From here on all waits are the same: an outage of days needs no loop.
    const isSteady = wait >= waits.capSeconds || waits.factor <= 1;
    const steps = isSteady ? Math.max(1, Math.ceil((outageSeconds - atSeconds) / waited)) : 1;
    atSeconds += steps * waited;
    probes += steps;
    if (atSeconds >= outageSeconds) return { probes, lateSeconds: atSeconds - outageSeconds };
    wait *= waits.factor;
  }
}
