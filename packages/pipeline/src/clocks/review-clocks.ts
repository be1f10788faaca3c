import { type ClockErrorSource, type Database, device, namedQuery, type Transaction } from '@gondola/db';
import { eq } from 'drizzle-orm';
import { closeResolvedAlerts } from '../alerts/close-resolved-alerts.ts';
import { raiseAlerts } from '../alerts/raise-alerts.ts';
import { type Arrival, clockErrorOfDelays } from './clock-error-of-delays.ts';
import { maxAheadMs } from './judge-stamp.ts';

/** A clock that was set is noticed within this time, at the cost of one read of each sending device. */
const reviewEveryMinutes = 10;
/** One round takes seconds; the next round takes further devices. */
const devicesPerRound = 200;
/** Below this error nothing is urgent: the device shows it. The same limit makes a single stamp wrong. */
const alertBeyondMs = maxAheadMs;

/**
 * Reviews the clocks of devices that sent captures since their last review: saves the known error, raises an alert for a
 * wrong clock, and closes the alert of a right one. Returns the number of devices.
 */
export async function reviewClocks(db: Database): Promise<number> {
  // Claimed first, so that two workers do not review one device at once.
  const due = await namedQuery<{ id: string }>(db, 'claim_clock_reviews', claim, [
    reviewEveryMinutes,
    devicesPerRound,
  ]);
  for (const { id } of due) await db.transaction((tx) => reviewClock(tx, id));
  return due.length;
}

async function reviewClock(tx: Transaction, deviceId: string): Promise<void> {
  const newest = await namedQuery<NewestCapture>(tx, 'newest_captures_of_device', newestText, [deviceId]);
  const known = errorOfSending(newest) ?? (await errorOfDelays(tx, deviceId));
  await tx
    .update(device)
    .set({ clockErrorMs: known?.errorMs ?? null, clockErrorSource: known?.source ?? null })
    .where(eq(device.id, deviceId));

  const [last] = newest;
  const isFarOff = known !== null && Math.abs(known.errorMs) > alertBeyondMs;
  if (last && (isFarOff || last.timeSource === 'RECEIPT'))
    await raiseAlerts(tx, [
      {
        rule: 'DEVICE_CLOCK_WRONG',
        subject: deviceId,
        captureId: last.id,
        params: {
          ...(last.mac === null ? {} : { device: last.mac }),
          ...(isFarOff ? { clockErrorMs: known.errorMs } : {}),
          takenAt: new Date(last.takenAtMs).toISOString(),
        },
      },
    ]);
  else
    await closeResolvedAlerts(tx, { rule: 'DEVICE_CLOCK_WRONG', subjects: [deviceId], by: 'clock review' });
}

interface ClockError {
  errorMs: number;
  source: ClockErrorSource;
}

interface NewestCapture extends Arrival {
  id: string;
  sentAtMs: number | null;
  timeSource: string;
  mac: string | null;
}

/**
 * Returns the smallest error of the newest times of sending: one stale time, of a payload that was sent again unchanged,
 * does not count against right ones.
 */
function errorOfSending(newest: readonly NewestCapture[]): ClockError | null {
  const errors = newest.flatMap(({ sentAtMs, receivedAtMs }) =>
    sentAtMs === null ? [] : [sentAtMs - receivedAtMs],
  );
  const [smallest] = errors.sort((a, b) => Math.abs(a) - Math.abs(b));
  return smallest === undefined ? null : { errorMs: Math.round(smallest), source: 'SENT_AT' };
}

async function errorOfDelays(tx: Transaction, deviceId: string): Promise<ClockError | null> {
  const arrivals = await namedQuery<Arrival>(tx, 'arrivals_of_device', arrivalsText, [deviceId]);
  const errorMs = clockErrorOfDelays(arrivals);
  return errorMs === null ? null : { errorMs: Math.round(errorMs), source: 'DELAYS' };
}

const claim = `
  update device set clock_reviewed_at = now() where id in (
    select d.id from device d
    where (d.clock_reviewed_at is null or d.clock_reviewed_at < now() - make_interval(mins => $1::int))
      and exists (select from capture c where c.device_id = d.id
        and c.created_at > coalesce(d.clock_reviewed_at, '-infinity'))
    order by d.clock_reviewed_at nulls first limit $2::int for no key update skip locked)
  returning id`;

/** Five are enough to see one stale time of sending, and few enough to notice a clock that was set. */
const newestText = `
  select c.id, (extract(epoch from c.taken_at) * 1000)::float8 as "takenAtMs",
    (extract(epoch from c.created_at) * 1000)::float8 as "receivedAtMs",
    (extract(epoch from c.sent_at) * 1000)::float8 as "sentAtMs", c.time_source as "timeSource", d.mac
  from capture c join device d on d.id = c.device_id
  where c.device_id = $1::uuid order by c.created_at desc, c.id desc limit 5`;

/** At most 50 captures of each of the last 30 days: a camera with two a day reaches its 50, a busy one costs no more. */
const arrivalsText = `
  select (extract(epoch from c.taken_at) * 1000)::float8 as "takenAtMs",
    (extract(epoch from c.created_at) * 1000)::float8 as "receivedAtMs"
  from generate_series(0, 29) as ago(days)
  cross join lateral (
    select taken_at, created_at from capture
    where device_id = $1::uuid and sent_at is null
      and created_at >= date_trunc('day', now(), 'UTC') - make_interval(days => ago.days)
      and created_at < date_trunc('day', now(), 'UTC') - make_interval(days => ago.days - 1)
    order by created_at desc limit 50
  ) c
  order by c.created_at desc`;
