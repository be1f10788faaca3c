import type { Episode, RecordedTransition } from './episode.ts';

/**
 * The outages in a breaker's record, which is given in order. One that opens again right after it was closed goes on;
 * one without a closing goes on when the record ends. A record that begins amid an outage begins with the next one.
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
      // A prober that died proves nothing: its claim is taken out of those that may have succeeded.
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

/** The breaker itself counts on when it opens again while it ramps up. */
const isRelapse = (transition: RecordedTransition): boolean => (numberIn(transition, 'reopenCount') ?? 1) > 1;

/**
 * Of the probes that may have succeeded, some may have been given up with their worker, and the record does not say
 * which: as many as did succeed are counted from the last one back, so that the provider was surely well by then.
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
