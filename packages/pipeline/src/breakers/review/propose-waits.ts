import { quantile } from '../../math/quantile.ts';
import { type Cost, type CostWeights, costOf } from './cost.ts';
import { type Episode, isConclusive, secondsBetween } from './episode.ts';
import { minEpisodes, minGain, type Range, rangeFor, within } from './guard-rails.ts';
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

/** Round numbers are easy to remember. */
const baseChoices = [1, 2, 3, 5, 8, 10, 15, 20, 30];
const factorChoices = [1.5, 2, 3];
const recordedCandidates = 10;

/**
 * Proposes waits that would have been cheaper in the recorded outages, within the guard rails. The cap follows from the length
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
  if (ended.length < minEpisodes) return nothing('TOO_FEW_EPISODES');

  const asked = maxRetryAfter(ended);
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
    .slice(0, recordedCandidates);
  const best = candidates[0];
  if (!best || best.cost.total > now.cost.total * (1 - minGain)) return nothing('NO_GAIN', candidates);
  return { present: now, candidates, proposal: best.waits, reason: null };
}

/**
 * Returns the cheapest cap. In an outage of T seconds a wait of c seconds costs T / c probes. It delays the detection
 * of the outage's end by c / 2 seconds on average. The sum has its minimum at the root of 2 T probe / (late capture x captures a
 * second). T is the 90th percentile, because the cap matters for long outages only.
 */
function bestCapSeconds(ended: readonly (Episode & { recoveredAt: number })[], weights: CostWeights): number {
  const lengths = ended.map(({ openedAt, recoveredAt }) => secondsBetween(openedAt, recoveredAt));
  const long = quantile(lengths, 0.9) ?? 0;
  return Math.sqrt((2 * long * weights.perProbe) / (weights.perLateCapture * weights.capturesPerSecond));
}

const choicesIn = (range: Range, choices: readonly number[], present: number): number[] => [
  ...new Set([...choices, present, range.min].filter((choice) => choice >= range.min && choice <= range.max)),
];

function maxRetryAfter(episodes: readonly Episode[]): number | null {
  const asked = episodes.flatMap(({ retryAfterSeconds }) => retryAfterSeconds ?? []);
  return asked.length === 0 ? null : Math.max(...asked);
}
