import { type Cost, type CostWeights, costOf } from './cost.ts';
import { type Episode, isConclusive, secondsBetween } from './episode.ts';
import { leastEpisodes, leastGain, type Range, rangeFor, within } from './guard-rails.ts';
import { quantile } from './quantile.ts';
import type { Waits } from './replay.ts';

export interface Candidate {
  waits: Waits;
  cost: Cost;
}

/** Why a review proposes nothing. */
export type NoProposal = 'TOO_FEW_EPISODES' | 'OUTSIDE_LIMITS' | 'NO_GAIN';

export interface WaitsReview {
  present: Candidate;
  /** The cheapest first, at most ten. Empty where nothing could be tried. */
  candidates: Candidate[];
  proposal: Waits | null;
  /** Null with a proposal. */
  reason: NoProposal | null;
}

/** Waits that people can remember. */
const baseChoices = [1, 2, 3, 5, 8, 10, 15, 20, 30];
const factorChoices = [1.5, 2, 3];
const toldCandidates = 10;

/**
 * Waits that would have been cheaper in the recorded outages, within the guard rails. The cap follows from the length
 * of the long outages alone, so that longer ones never shorten it; base and factor are tried out in a replay.
 */
export function proposeWaits(
  episodes: readonly Episode[],
  present: Waits,
  weights: CostWeights,
): WaitsReview {
  const now: Candidate = { waits: present, cost: costOf(episodes, present, weights) };
  const nothing = (reason: NoProposal, candidates: Candidate[] = []): WaitsReview => ({
    present: now,
    candidates,
    proposal: null,
    reason,
  });
  const ended = episodes.filter(isConclusive);
  if (ended.length < leastEpisodes) return nothing('TOO_FEW_EPISODES');

  const asked = longestRetryAfter(ended);
  const base = rangeFor('baseSeconds', present.baseSeconds, asked);
  const factor = rangeFor('factor', present.factor, null);
  const cap = rangeFor('capSeconds', present.capSeconds, asked);
  if (!base || !factor || !cap) return nothing('OUTSIDE_LIMITS');

  const capSeconds = within(cap, Math.round(bestCapSeconds(ended, weights)));
  const candidates = choicesIn(base, baseChoices, present.baseSeconds)
    .flatMap((baseSeconds) =>
      choicesIn(factor, factorChoices, present.factor).map((by) => ({ baseSeconds, factor: by, capSeconds })),
    )
    .map((waits) => ({ waits, cost: costOf(episodes, waits, weights) }))
    .sort((a, b) => a.cost.total - b.cost.total || a.waits.baseSeconds - b.waits.baseSeconds)
    .slice(0, toldCandidates);
  const best = candidates[0];
  if (!best || best.cost.total > now.cost.total * (1 - leastGain)) return nothing('NO_GAIN', candidates);
  return { present: now, candidates, proposal: best.waits, reason: null };
}

/**
 * While an outage of T seconds is probed every c seconds it costs T / c probes, and its end is noticed c / 2 seconds
 * late on average: the sum is least at the root of 2 T probe / (late capture x captures a second). T is the 90th
 * percentile: the cap is there for the long ones.
 */
function bestCapSeconds(ended: readonly (Episode & { recoveredAt: number })[], weights: CostWeights): number {
  const lengths = ended.map(({ openedAt, recoveredAt }) => secondsBetween(openedAt, recoveredAt));
  const long = quantile(lengths, 0.9) ?? 0;
  return Math.sqrt((2 * long * weights.perProbe) / (weights.perLateCapture * weights.capturesPerSecond));
}

const choicesIn = (range: Range, choices: readonly number[], present: number): number[] => [
  ...new Set(
    [...choices, present, range.least].filter((choice) => choice >= range.least && choice <= range.most),
  ),
];

function longestRetryAfter(episodes: readonly Episode[]): number | null {
  const asked = episodes.flatMap(({ retryAfterSeconds }) => retryAfterSeconds ?? []);
  return asked.length === 0 ? null : Math.max(...asked);
}
