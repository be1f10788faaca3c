import { quantile } from '../../math/quantile.ts';
import { type Episode, isConclusive, secondsBetween } from './episode.ts';

/** Summary of a record of outages. Figures over outages are null without a conclusive outage. */
export interface EpisodeSummary {
  /** Ended outages without an action of a person. The other figures are about these. */
  ended: number;
  ongoing: number;
  /** Outages that are left out because a person isolated or restored the breaker. */
  byPerson: number;
  /** From the opening to the first successful probe: the upper limit of the outage's length. */
  outageSecondsP50: number | null;
  outageSecondsP90: number | null;
  probesPerEpisode: number | null;
  /**
   * From the last failed to the first successful probe: the upper limit of the delay until the recovery was noticed.
   */
  lateSecondsPerEpisode: number | null;
  /** Outages whose very first probe succeeded: the breaker need not have opened, or could have probed sooner. */
  falseOpens: number;
  /** How often a breaker closed and opened again at once. */
  relapses: number;
  /** Mean number of failed calls before the breaker opened. */
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
