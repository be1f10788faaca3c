import type { Transaction } from '@gondola/db';
import { namedQuery } from '../store/named-query.ts';
import type { SubmittingDevice, TryLater } from './accept-captures.ts';
import type { Deferral } from './arrival.ts';
import type { Letter } from './insert-dead-letters.ts';
import type { Surveyed } from './survey.ts';
import type { Pressure } from './watch-pressure.ts';

/**
 * New captures a minute and device, where its key has no figure of its own: what a store of 5,000 bays photographs in
 * a day fits into one minute after an outage, and one runaway device gets about a hundredth of what one API takes in.
 */
export const defaultCapturesPerMinute = 6_000;

/** New dead letters a minute and device: a batch of the largest size that is broken throughout still gets its reasons. */
export const deadLettersPerMinute = 600;

/**
 * Which new captures may come in now. The database counts what it really took from each device in the last minute, so
 * nothing is remembered here and a restart changes nothing; two API processes that count at the same moment may let
 * one set each through beyond the quota. Within a set, first come, first admitted.
 */
export async function admitCaptures(
  tx: Transaction,
  candidates: readonly Surveyed[],
  pressure: Pressure | null,
): Promise<{ admitted: Surveyed[]; deferred: (Deferral & { candidate: Surveyed })[] }> {
  if (pressure)
    return {
      admitted: [],
      deferred: candidates.map((candidate) => ({
        candidate,
        arrival: candidate.arrival,
        answer: {
          outcome: 'TRY_LATER',
          retryAfterSeconds: pressure.retryAfterSeconds,
          problems: [{ path: '$', code: pressure.code, message: pressure.message }],
        },
      })),
    };
  const places = await countPlaces(
    tx,
    'count_captures',
    countCaptures,
    candidates.map(({ arrival }) => arrival.device),
    defaultCapturesPerMinute,
  );
  const admitted: Surveyed[] = [];
  const deferred: (Deferral & { candidate: Surveyed })[] = [];
  for (const candidate of candidates) {
    const { arrival } = candidate;
    const place = places(arrival.device);
    if (place.taken()) admitted.push(candidate);
    else
      deferred.push({
        candidate,
        arrival,
        answer: rateLimited(place, `This device may hand in ${place.quota} new captures a minute.`),
      });
  }
  return { admitted, deferred };
}

/** Which new dead letters may come in now: a broken camera must not fill the table. By store and payload. */
export async function admitRefusals(
  tx: Transaction,
  letters: readonly Letter[],
): Promise<{ admitted: Letter[]; deferred: Map<string, TryLater> }> {
  if (letters.length === 0) return { admitted: [], deferred: new Map() };
  const devices = letters.map(({ refusal }) => refusal.device);
  const places = await countPlaces(tx, 'count_dead_letters', countDeadLetters, devices, deadLettersPerMinute);
  const admitted: Letter[] = [];
  const deferred = new Map<string, TryLater>();
  for (const letter of letters) {
    const place = places(letter.refusal.device);
    if (place.taken()) {
      admitted.push(letter);
      continue;
    }
    const message = `This device has handed in ${place.quota} broken payloads within a minute; this one is not kept.`;
    const { problems, ...later } = rateLimited(place, message);
    deferred.set(letter.identity, { ...later, problems: [...problems, ...letter.refusal.problems] });
  }
  return { admitted, deferred };
}

interface Places {
  quota: number;
  /** Until the next place is free, should all be taken. */
  retryAfterSeconds: number;
  /** Takes one; false when none is left. */
  taken(): boolean;
}

async function countPlaces(
  tx: Transaction,
  name: string,
  query: string,
  devices: readonly SubmittingDevice[],
  defaultQuota: number,
): Promise<(device: SubmittingDevice) => Places> {
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
      return [id, { quota, retryAfterSeconds, taken: () => left-- > 0 }];
    }),
  );
  return ({ deviceKeyId }) => {
    const places = byDevice.get(deviceKeyId);
    if (!places) throw new Error(`no device key ${deviceKeyId}`);
    return places;
  };
}

const rateLimited = ({ retryAfterSeconds }: Places, message: string): TryLater => ({
  outcome: 'TRY_LATER',
  retryAfterSeconds,
  problems: [{ path: '$', code: 'RATE_LIMITED', message }],
});

// No more than the quota is ever read, newest first: the last one read is the first to leave the minute.
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
