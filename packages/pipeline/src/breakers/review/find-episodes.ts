import type { Episode, RecordedTransition } from './episode.ts';

/**
 * Finds the outages in a breaker's record, which must be in order. An outage that reopens right after its closing continues.
 * An outage without a closing continues beyond the record. An outage that began before the record is skipped.
 */
export function findEpisodes(record: readonly RecordedTransition[]): Episode[] {
  const episodes: Episode[] = [];
  let current: Episode | null = null;
  let claims: number[] = [];
  for (const transition of record) {
    const { from, to, at } = transition;
    if (from === 'CLOSED' && to !== 'CLOSED') {
      const before = episodes.at(-1);
      if (to === 'OPEN' && before && isRelapse(transition)) {
        before.relapses += 1;
        current = fail(before, transition);
      } else {
        current = begin(transition);
        episodes.push(current);
      }
      continue;
    }
    if (current === null) continue;
    if (to === 'ISOLATED' || from === 'ISOLATED') current.byPerson = true;
    if (to === 'HALF_OPEN') {
      // A prober that died proves nothing, so its claim is removed from the probes that may have succeeded.
      if (transition.reason === 'PROBE_LEASE_LAPSED') claims.pop();
      claims.push(at);
      current.probes += 1;
    } else if (from === 'HALF_OPEN' && to === 'OPEN') {
      current.failedProbes += 1;
      fail(current, transition);
      claims = [];
    } else if (to === 'CLOSED') {
      current.closedAt = at;
      current.recoveredAt = firstSuccess(claims, transition);
      current = null;
      claims = [];
    }
  }
  return episodes;
}

const begin = (transition: RecordedTransition): Episode => ({
  openedAt: transition.at,
  closedAt: null,
  lastFailedAt: transition.at,
  recoveredAt: null,
  probes: 0,
  failedProbes: 0,
  relapses: 0,
  callsToOpen: numberIn(transition, 'calls') ?? 0,
  failuresToOpen: numberIn(transition, 'failures') ?? 0,
  retryAfterSeconds: retryAfter(transition),
  byPerson: transition.to === 'ISOLATED',
});

function fail(episode: Episode, transition: RecordedTransition): Episode {
  episode.lastFailedAt = transition.at;
  episode.closedAt = null;
  episode.recoveredAt = null;
  const asked = retryAfter(transition);
  if (asked !== null) episode.retryAfterSeconds = Math.max(asked, episode.retryAfterSeconds ?? 0);
  return episode;
}

/** Returns whether an opening is a relapse: a breaker that reopens during the ramp continues its count of openings. */
const isRelapse = (transition: RecordedTransition): boolean => (numberIn(transition, 'reopenCount') ?? 1) > 1;

/**
 * Returns when the provider was well at the latest. Some probes may have ended with their worker, and the record does
 * not show which. Therefore as many probes as succeeded are counted backwards from the last one.
 */
function firstSuccess(claims: readonly number[], closing: RecordedTransition): number {
  const successes = Math.max(1, numberIn(closing, 'probeSuccesses') ?? 1);
  return claims[Math.max(0, claims.length - successes)] ?? closing.at;
}

function retryAfter(transition: RecordedTransition): number | null {
  const ms = numberIn(transition, 'retryAfterMs');
  return ms === null ? null : ms / 1000;
}

function numberIn({ facts }: RecordedTransition, name: string): number | null {
  const value = facts[name];
  return typeof value === 'number' ? value : null;
}
