import { type Episode, isConclusive, secondsBetween } from './episode.ts';

/** The fields of a policy that a review may change. */
export interface Waits {
  baseSeconds: number;
  factor: number;
  capSeconds: number;
}

export interface Replayed {
  probes: number;
  /** Seconds between the provider's recovery and its detection. */
  lateSeconds: number;
}

/** The recovery lies somewhere between two probes: the replay tries the middles of this many parts of the interval. */
const recoverySamples = 5;

/**
 * Computes the cost of an episode with other waits, without jitter, which is symmetric around the wait. An outage that a
 * person ended costs nothing. A continuing outage costs the probes up to its last failure; the delay of its detection is
 * unknown. The duration of a probe is ignored: it is the same for all waits.
 */
export function replay(episode: Episode, waits: Waits): Replayed {
  if (episode.byPerson) return { probes: 0, lateSeconds: 0 };
  const failedSeconds = secondsBetween(episode.openedAt, episode.lastFailedAt);
  const minSeconds = episode.retryAfterSeconds ?? 0;
  if (!isConclusive(episode))
    return { probes: probeUntil(failedSeconds, waits, minSeconds).probes, lateSeconds: 0 };
  const gapSeconds = secondsBetween(episode.lastFailedAt, episode.recoveredAt);
  const sum = { probes: 0, lateSeconds: 0 };
  for (let i = 0; i < recoverySamples; i++) {
    const outageSeconds = failedSeconds + (gapSeconds * (i + 0.5)) / recoverySamples;
    const once = probeUntil(outageSeconds, waits, minSeconds);
    sum.probes += once.probes / recoverySamples;
    sum.lateSeconds += once.lateSeconds / recoverySamples;
  }
  return sum;
}

/** Simulates probes after ever longer waits until one succeeds. `minSeconds`: the provider's Retry-After. */
function probeUntil(outageSeconds: number, waits: Waits, minSeconds: number): Replayed {
  let atSeconds = 0;
  let probes = 0;
  let wait = waits.baseSeconds;
  for (;;) {
    const waited = Math.max(Math.min(wait, waits.capSeconds), minSeconds);
    // From here on all waits are the same: an outage of days needs no loop.
    const isSteady = wait >= waits.capSeconds || waits.factor <= 1;
    const steps = isSteady ? Math.max(1, Math.ceil((outageSeconds - atSeconds) / waited)) : 1;
    atSeconds += steps * waited;
    probes += steps;
    if (atSeconds >= outageSeconds) return { probes, lateSeconds: atSeconds - outageSeconds };
    wait *= waits.factor;
  }
}
