import type { Transaction } from '@gondola/db';
import { sql } from 'drizzle-orm';
import { weigh } from '../review/cost.ts';
import { isConclusive } from '../review/episode.ts';
import type { AuditEvidence } from '../review/evidence.ts';
import { findEpisodes } from '../review/find-episodes.ts';
import { proposeWaits } from '../review/propose-waits.ts';
import { summariseEpisodes } from '../review/summarise-episodes.ts';
import { readPolicy } from './breaker-rows.ts';
import { providerOf } from './provider-of.ts';
import { readBreakerHistory } from './read-breaker-history.ts';

const weekMs = 7 * 24 * 3_600_000;

/** Reads a breaker's record and the fleet's calls in the period, and replays the record with other waits. */
export async function gatherEvidence(
  tx: Transaction,
  name: string,
  from: Date,
  to: Date,
): Promise<AuditEvidence> {
  const policy = await readPolicy(tx, name);
  const episodes = findEpisodes(await readBreakerHistory(tx, name, from, to));
  const calls = await readCalls(tx, providerOf(name), from, to);
  const weights = weigh(calls.captures / ((to.getTime() - from.getTime()) / 1000));
  const { baseSeconds, factor, capSeconds, callTimeoutMs } = policy;
  const review = proposeWaits(episodes, { baseSeconds, factor, capSeconds }, weights);
  return {
    version: 1,
    episodes,
    weights,
    present: review.present,
    candidates: review.candidates,
    proposed: review.proposal === null ? null : (review.candidates[0] ?? null),
    reason: review.reason,
    summary: summariseEpisodes(episodes),
    lastWeek: summariseEpisodes(episodes.filter(({ openedAt }) => openedAt >= to.getTime() - weekMs)),
    lateCaptures: await countLateCaptures(
      tx,
      providerOf(name),
      episodes
        .filter(isConclusive)
        .map(({ lastFailedAt, recoveredAt }) => ({ from: lastFailedAt, to: recoveredAt })),
    ),
    successMsP999: calls.successMsP999,
    callTimeoutMs,
  };
}

/** Counts the captures that came to the provider's tier in this period, refused or not. */
async function readCalls(
  tx: Transaction,
  provider: string,
  from: Date,
  to: Date,
): Promise<{ captures: number; successMsP999: number | null }> {
  const { rows } = await tx.execute<{ captures: number; success_ms: number | null }>(sql`
    select count(distinct (capture_id, created_at))::int as captures,
      percentile_disc(0.999) within group (order by duration_ms) filter (where outcome = 'OK')::float8 as success_ms
    from inference_attempt
    where provider = ${provider} and created_at >= ${from.toISOString()} and created_at < ${to.toISOString()}`);
  return { captures: rows[0]?.captures ?? 0, successMsP999: rows[0]?.success_ms ?? null };
}

async function countLateCaptures(
  tx: Transaction,
  provider: string,
  gaps: readonly { from: number; to: number }[],
): Promise<number> {
  if (gaps.length === 0) return 0;
  const instants = (of: (gap: { from: number; to: number }) => number) =>
    sql`${sql.param(gaps.map((gap) => new Date(of(gap)).toISOString()))}::timestamptz[]`;
  const { rows } = await tx.execute<{ captures: number }>(sql`
    select count(distinct a.capture_id)::int as captures
    from unnest(${instants((gap) => gap.from)}, ${instants((gap) => gap.to)}) as gap(from_at, to_at)
    join inference_attempt a on a.created_at > gap.from_at and a.created_at <= gap.to_at
    where a.provider = ${provider} and a.outcome = 'BREAKER_OPEN'`);
  return rows[0]?.captures ?? 0;
}
