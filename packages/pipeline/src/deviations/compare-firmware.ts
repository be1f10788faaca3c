import type { Transaction } from '@gondola/db';
import { type SQL, sql } from 'drizzle-orm';

/** The limits of the comparison of a firmware with the one before it. */
export const firmwareLimits = {
  /** The days before and after the change whose photos are compared. */
  days: 28,
  /** Fewer photos on a side depend on the weather of a few days. */
  minPhotos: 50,
  /** A smaller loss of sharpness changes no verdict. */
  minLess: 0.15,
  standardErrors: 3,
} as const;

export interface FirmwareComparison {
  model: string;
  firmware: string;
  /** The firmware of the photos before. */
  before: string[];
  /** The share by which photos are less sharp; negative when they are sharper. */
  less: number;
  isBeyond: boolean;
  bayIds: string[];
  photosBefore: number;
  photosNow: number;
  since: string;
}

interface Row extends FirmwareComparison, Record<string, unknown> {}

/**
 * Compares the photos of each firmware with those of the same camera model in the same bays before it came. Sharpness is
 * compared as a ratio, bay by bay, since what stands on a shelf decides much of it. The standard error is the larger of two:
 * from the spread of the photos within each bay, and from the spread of the bays. Leaves out what has too few photos.
 */
export async function compareFirmware(
  tx: Transaction,
  at: SQL,
  photosSince: SQL = sql`'-infinity'::timestamptz`,
): Promise<FirmwareComparison[]> {
  const { days, minPhotos, minLess, standardErrors } = firmwareLimits;
  const { rows } = await tx.execute<Row>(sql`
    with photo as materialized (
      select c.bay_id, c.camera_model as model, c.firmware, c.created_at as taken, ln(greatest(c.sharpness, 1)) as sharpness
      from capture c
      where c.created_at >= ${at} - make_interval(days => 2 * ${days}::int) and c.created_at < ${at}
        and c.sharpness is not null and c.firmware is not null and c.camera_model is not null),
    arrival as (select model, firmware, bay_id, min(taken) as came from photo group by model, firmware, bay_id),
    side as (
      select a.model, a.firmware, a.bay_id, a.came, p.firmware = a.firmware as is_now, count(*) as photos,
        avg(p.sharpness) as mean, var_samp(p.sharpness) / count(*) as error, array_agg(distinct p.firmware) as firmwares
      from arrival a join photo p on p.model = a.model and p.bay_id = a.bay_id
      where (p.firmware = a.firmware and p.taken >= ${photosSince})
        or (p.firmware <> a.firmware and p.taken < a.came and p.taken >= a.came - make_interval(days => ${days}::int))
      group by a.model, a.firmware, a.bay_id, a.came, p.firmware = a.firmware
      having count(*) >= 2),
    pair as (
      select n.model, n.firmware, n.bay_id, n.came, n.photos as now, b.photos as before, b.firmwares,
        n.mean - b.mean as change, n.error + b.error as error,
        n.photos::float8 * b.photos / (n.photos + b.photos) as weight
      from side n join side b using (model, firmware, bay_id) where n.is_now and not b.is_now),
    total as (
      select *, sum(weight * change) over of_firmware / sum(weight) over of_firmware as mean,
        count(*) over of_firmware as bays, sum(weight) over of_firmware as all_weight
      from pair window of_firmware as (partition by model, firmware)),
    judged as (
      select model, firmware, min(mean) as mean, sum(now)::int as now, sum(before)::int as before, min(came) as since,
        array_agg(bay_id::text order by bay_id) as bay_ids,
        greatest(sqrt(sum(weight * weight * error)) / min(all_weight),
          case when min(bays) > 1 then sqrt(sum(weight * weight * (change - mean) ^ 2) * min(bays) / (min(bays) - 1))
            / min(all_weight) else 0 end) as standard_error
      from total group by model, firmware)
    select model, firmware, 1 - exp(mean) as less, bay_ids as "bayIds", before as "photosBefore", now as "photosNow",
      since::text as since, 1 - exp(mean) >= ${minLess}::float8 and -mean >= ${standardErrors}::int * standard_error as "isBeyond",
      array(select distinct unnest(p.firmwares) from pair p where p.model = judged.model and p.firmware = judged.firmware
        order by 1) as before
    from judged where now >= ${minPhotos} and before >= ${minPhotos}
    order by model, firmware`);
  return rows;
}
