import { namedQuery, type Transaction } from '@gondola/db';
import type { Pressure } from './backpressure.ts';
import type { MatchedPayload } from './find-existing.ts';
import type { TryLater } from './intake-result.ts';
import type { SubmittingDevice } from './intake-tools.ts';
import type { PendingDeadLetter } from './pending-dead-letter.ts';

/**
 * New captures per minute and device, unless its key has a quota of its own. After an outage, a store of 5,000 bays can
 * submit the photos of a day in one minute. One faulty device gets about a hundredth of the capacity of one API
 * process.
 */
export const defaultCapturesPerMinute = 6_000;

/** New dead letters per minute and device: a batch of maximum size that is entirely broken still gets its reasons. */
export const deadLettersPerMinute = 600;

/** A candidate that has to wait, and the result with the reason. */
export interface DeferredCandidate {
  candidate: MatchedPayload;
  result: TryLater;
}

/**
 * Decides which new captures are admitted now. The database counts the captures of each device in the last minute, so a
 * restart does not reset the quota. Two API processes that count concurrently may each admit one set beyond the quota.
 * Within a set, earlier payloads are admitted first.
 */
export async function applyCaptureQuotas(
  tx: Transaction,
  candidates: readonly MatchedPayload[],
  pressure: Pressure | null,
): Promise<{ admitted: MatchedPayload[]; deferred: DeferredCandidate[] }> {
  if (pressure) {
    const { code, message, retryAfterSeconds } = pressure;
    const result: TryLater = {
      outcome: 'TRY_LATER',
      retryAfterSeconds,
      problems: [{ path: '$', code, message }],
    };
    return { admitted: [], deferred: candidates.map((candidate) => ({ candidate, result })) };
  }
  const quotaOf = await readQuotas(
    tx,
    'count_captures',
    countCaptures,
    candidates.map(({ received }) => received.device),
    defaultCapturesPerMinute,
  );
  const admitted: MatchedPayload[] = [];
  const deferred: DeferredCandidate[] = [];
  for (const candidate of candidates) {
    const quota = quotaOf(candidate.received.device);
    if (quota.take()) admitted.push(candidate);
    else {
      const message = `This device may submit ${quota.perMinute} new captures a minute.`;
      deferred.push({ candidate, result: rateLimited(quota, message) });
    }
  }
  return { admitted, deferred };
}

/** Decides which new dead letters are admitted now, by store and payload: a broken camera must not fill the table. */
export async function applyDeadLetterQuotas(
  tx: Transaction,
  pending: readonly PendingDeadLetter[],
): Promise<{ admitted: PendingDeadLetter[]; deferred: Map<string, TryLater> }> {
  if (pending.length === 0) return { admitted: [], deferred: new Map() };
  const devices = pending.map(({ rejected }) => rejected.device);
  const quotaOf = await readQuotas(tx, 'count_dead_letters', countDeadLetters, devices, deadLettersPerMinute);
  const admitted: PendingDeadLetter[] = [];
  const deferred = new Map<string, TryLater>();
  for (const each of pending) {
    const quota = quotaOf(each.rejected.device);
    if (quota.take()) {
      admitted.push(each);
      continue;
    }
    const message = `This device has submitted ${quota.perMinute} broken payloads within a minute; this one is not stored.`;
    const { problems, ...later } = rateLimited(quota, message);
    deferred.set(each.identity, { ...later, problems: [...problems, ...each.rejected.problems] });
  }
  return { admitted, deferred };
}

/** The rest of a device's quota in this minute. */
interface Quota {
  perMinute: number;
  /** Time until the next one is allowed, when the quota is used up. */
  retryAfterSeconds: number;
  /** Takes one from the quota; returns false when none is left. */
  take(): boolean;
}

async function readQuotas(
  tx: Transaction,
  name: string,
  query: string,
  devices: readonly SubmittingDevice[],
  defaultQuota: number,
): Promise<(device: SubmittingDevice) => Quota> {
  const ids = [...new Set(devices.map(({ deviceKeyId }) => deviceKeyId))];
  const rows = await namedQuery<{ id: string; quota: number; used: number; nextSeconds: number | null }>(
    tx,
    name,
    query,
    [ids, defaultQuota],
  );
  const byDevice = new Map(
    rows.map(({ id, quota, used, nextSeconds }) => {
      let left = quota - used;
      const retryAfterSeconds = Math.min(60, Math.max(1, nextSeconds ?? 60));
      return [id, { perMinute: quota, retryAfterSeconds, take: () => left-- > 0 }];
    }),
  );
  return ({ deviceKeyId }) => {
    const quota = byDevice.get(deviceKeyId);
    if (!quota) throw new Error(`invariant: no device key ${deviceKeyId}`);
    return quota;
  };
}

const rateLimited = ({ retryAfterSeconds }: Quota, message: string): TryLater => ({
  outcome: 'TRY_LATER',
  retryAfterSeconds,
  problems: [{ path: '$', code: 'RATE_LIMITED', message }],
});

// The query reads no more rows than the quota, newest first: the last row is the first to leave the minute.
const countCaptures = `
  select d.id, d.quota, taken.used::int, taken.next_seconds as "nextSeconds"
  from (select id, coalesce(captures_per_minute, $2::int) as quota from device_key where id = any($1::uuid[])) d
  cross join lateral (
    select count(*) as used, ceil(60 - extract(epoch from now() - min(created_at)))::int as next_seconds
    from (
      select c.created_at from capture c
      where c.device_key_id = d.id and c.created_at > now() - interval '1 minute'
      order by c.created_at desc limit d.quota
    ) newest
  ) taken`;

const countDeadLetters = `
  select d.id, $2::int as quota, taken.used::int, taken.next_seconds as "nextSeconds"
  from unnest($1::uuid[]) as d(id)
  cross join lateral (
    select count(*) as used, ceil(60 - extract(epoch from now() - min(created_at)))::int as next_seconds
    from (
      select l.created_at from dead_letter l
      where l.created_at > now() - interval '1 minute' and l.device_key_id = d.id and l.stage = 'intake'
      order by l.created_at desc limit $2::int
    ) newest
  ) taken`;
