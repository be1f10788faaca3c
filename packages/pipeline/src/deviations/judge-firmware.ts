import { deviation, type Transaction } from '@gondola/db';
import { and, eq, isNull, type SQL, sql } from 'drizzle-orm';
import { raiseAlerts } from '../alerts/raise-alerts.ts';
import { compareFirmware, type FirmwareComparison, firmwareLimits } from './compare-firmware.ts';
import { deviationLimits } from './deviation-limits.ts';
import { endDeviation } from './end-deviation.ts';
import { rounded } from './rounded.ts';

/** A fleet that left a firmware has no photo of it for a week. */
const unusedDays = 7;

const subjectOf = ({ model, firmware }: { model: string; firmware: string }): string =>
  JSON.stringify([model, firmware]);

/** Raises an alert for each firmware whose photos are less sharp than before, once, and ends what is over. */
export async function judgeFirmware(tx: Transaction, at: SQL): Promise<{ opened: number; ended: number }> {
  const ended = await endFirmware(tx, at);
  let opened = 0;
  for (const found of await compareFirmware(tx, at)) {
    if (!found.isBeyond || (await isReported(tx, found))) continue;
    await open(tx, found, at);
    opened += 1;
  }
  return { opened, ended };
}

/** One report is enough for a firmware; it does not come back when a person closes it. */
const isReported = async (tx: Transaction, found: FirmwareComparison): Promise<boolean> =>
  (await tx.$count(
    deviation,
    and(eq(deviation.scope, 'FIRMWARE'), eq(deviation.subject, subjectOf(found))),
  )) > 0;

async function open(tx: Transaction, found: FirmwareComparison, at: SQL): Promise<void> {
  const { model, firmware, bayIds, since } = found;
  const subject = subjectOf(found);
  const raised = await raiseAlerts(tx, [
    {
      rule: 'FIRMWARE_LESS_SHARP',
      subject,
      captureId: null,
      captureIds: await findBlurred(tx, found, at),
      params: {
        model,
        firmware,
        before: found.before,
        less: rounded(found.less),
        bays: bayIds.length,
        photosBefore: found.photosBefore,
        photosNow: found.photosNow,
      },
    },
  ]);
  const alertId = raised.get(subject);
  if (!alertId) throw new Error('invariant: the alert was not raised');
  await tx.insert(deviation).values({
    scope: 'FIRMWARE',
    subject,
    measure: 'SHARPNESS',
    alertId,
    baselineBefore: sql`(${since}::timestamptz at time zone 'UTC')::date`,
    bays: bayIds.length,
    fallenBayIds: bayIds,
    openedAt: sql`${at}`,
  });
}

/** Finds the least sharp photo of each bay, then further ones. */
async function findBlurred(tx: Transaction, found: FirmwareComparison, at: SQL): Promise<string[]> {
  const { rows } = await tx.execute<{ id: string }>(sql`
    select id from (
      select c.id, c.sharpness, row_number() over (partition by c.bay_id order by c.sharpness, c.id) as place
      from capture c
      where c.camera_model = ${found.model} and c.firmware = ${found.firmware} and c.sharpness is not null
        and c.created_at >= ${found.since}::timestamptz and c.created_at < ${at}
        and c.bay_id = any(${sql.param(found.bayIds)}::uuid[])) example
    order by place, sharpness, id limit ${deviationLimits.maxCaptures}`);
  return rows.map(({ id }) => id);
}

async function endFirmware(tx: Transaction, at: SQL): Promise<number> {
  const weekAgo = sql`${at} - make_interval(days => ${unusedDays})`;
  const { rows: unused } = await tx.execute<{ id: string; alertId: string }>(sql`
    select d.id, d.alert_id as "alertId" from deviation d
    where d.scope = 'FIRMWARE' and d.ended_at is null and not exists (
      select from capture c where c.camera_model = d.subject::json ->> 0 and c.firmware = d.subject::json ->> 1
        and c.created_at >= ${weekAgo} and c.created_at < ${at})`);
  for (const one of unused) await endDeviation(tx, one, 'NOT_USED', at);
  const open = await tx
    .select()
    .from(deviation)
    .where(and(eq(deviation.scope, 'FIRMWARE'), isNull(deviation.endedAt)));
  if (open.length === 0) return unused.length;
  const lastWeek = new Map(
    (await compareFirmware(tx, at, weekAgo)).map((found) => [subjectOf(found), found]),
  );
  const sharpAgain = open.filter(
    ({ subject }) => (lastWeek.get(subject)?.less ?? 1) < firmwareLimits.minLess,
  );
  for (const one of sharpAgain) await endDeviation(tx, one, 'WITHIN_BAND', at);
  return unused.length + sharpAgain.length;
}
