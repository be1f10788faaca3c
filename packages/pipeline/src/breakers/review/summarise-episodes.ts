import { type Episode, isConclusive, secondsBetween } from './episode.ts';
import { quantile } from './quantile.ts';

/** What a record of outages was like. Figures over outages are null when none of them can tell. */
export interface EpisodeSummary {
  /** Outages that ended and that no person touched: those which the other figures are of. */
  ended: number;
  ongoing: number;
  /** Left out: a person isolated or restored the breaker. */
  byPerson: number;
  /** From the opening to the first probe that succeeded: the longest that the outage can have lasted. */
  outageSecondsP50: number | null;
  outageSecondsP90: number | null;
  probesPerEpisode: number | null;
  /** From the last failed probe to the first that succeeded: the latest that the recovery can have been noticed. */
  lateSecondsPerEpisode: number | null;
  /** The very first probe succeeded: the breaker need not have opened, or could have looked sooner. */
  falseOpens: number;
  /** Closed and opened again at once. */
  relapses: number;
  /** Calls that failed before the breaker opened, on average. */
  failuresBeforeOpen: number | null;
}

export function summariseEpisodes(episodes: readonly Episode[]): EpisodeSummary {
  const ended = episodes.filter(isConclusive);
  const lengths = ended.map(({ openedAt, recoveredAt }) => secondsBetween(openedAt, recoveredAt));
  return {
    ended: ended.length,
    ongoing: episodes.filter(({ closedAt, byPerson }) => closedAt === null && !byPerson).length,
    byPerson: episodes.filter(({ byPerson }) => byPerson).length,
    outageSecondsP50: quantile(lengths, 0.5),
    outageSecondsP90: quantile(lengths, 0.9),
    probesPerEpisode: mean(ended.map(({ probes }) => probes)),
    lateSecondsPerEpisode: mean(
      ended.map(({ lastFailedAt, recoveredAt }) => secondsBetween(lastFailedAt, recoveredAt)),
    ),
    falseOpens: ended.filter(({ failedProbes, relapses }) => failedProbes === 0 && relapses === 0).length,
    relapses: ended.reduce((sum, { relapses }) => sum + relapses, 0),
    failuresBeforeOpen: mean(ended.map(({ failuresToOpen }) => failuresToOpen)),
  };
}

const mean = (values: readonly number[]): number | null =>
  values.length === 0 ? null : values.reduce((sum, value) => sum + value, 0) / values.length;
