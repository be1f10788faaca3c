import type { Transaction } from '@gondola/db';
import { sql } from 'drizzle-orm';
import { type Holding, heldBecause } from './hold-reason.ts';
import type { ExpiringPolicy } from './retention-policy.ts';

/** Photos of one transaction: the locks on their captures last while they are marked. */
export const photosPerChunk = 100;

export interface Marked {
  photos: number;
  captures: number;
  byteLength: number;
  /** The number of announced photos that stayed, by reason. */
  kept: Partial<Record<Holding, number>>;
}

/**
 * Marks the next announced photos of a dry run as expired, on their rows and on their captures' rows. Locks the
 * captures first and checks every holding again; a photo that is held now is recorded as kept. Marking precedes the
 * removal of any byte, so a partly removed photo never seems to be stored.
 */
export async function markExpired(
  tx: Transaction,
  { dryRunId, policy }: { dryRunId: string; policy: ExpiringPolicy },
): Promise<Marked | null> {
  const { rows: items } = await tx.execute<{ sha256: string }>(sql`
    select item.sha256 from retention_item item join image i on i.sha256 = item.sha256
    where item.run_id = ${dryRunId} and item.removed_at is null and item.kept_because is null and i.expired_at is null
    order by item.sha256 limit ${photosPerChunk} for update of item`);
  if (items.length === 0) return null;
  const shas = sql`${sql.param(items.map(({ sha256 }) => sha256))}::text[]`;
  // A concurrent hold, alert or batch either comes first and is seen here, or finds the photo expired.
  await tx.execute(sql`select id from capture where sha256 = any(${shas}) order by id for update`);
  const { rows: judged } = await tx.execute<{ sha256: string; held: Holding | null; byteLength: string }>(sql`
    select i.sha256, ${heldBecause(policy)} as held, i.byte_length::text as "byteLength"
    from image i where i.sha256 = any(${shas})`);

  const kept: Marked['kept'] = {};
  for (const { sha256, held } of judged) {
    if (held === null) continue;
    kept[held] = (kept[held] ?? 0) + 1;
    await tx.execute(sql`
      update retention_item set kept_because = ${held} where run_id = ${dryRunId} and sha256 = ${sha256}`);
  }
  const going = judged.filter(({ held }) => held === null);
  const expiringShas = sql`${sql.param(going.map(({ sha256 }) => sha256))}::text[]`;
  const { rows: captures } = await tx.execute(sql`
    update capture set photo_expired_at = now()
    where sha256 = any(${expiringShas}) and photo_expired_at is null returning id`);
  await tx.execute(sql`update image set expired_at = now() where sha256 = any(${expiringShas})`);
  await markDerivatives(tx, expiringShas);
  return {
    photos: going.length,
    captures: captures.length,
    byteLength: going.reduce((sum, { byteLength }) => sum + Number(byteLength), 0),
    kept,
  };
}

/** Marks the derivatives of the photos as expired too, except those that another capture or a product shows. */
async function markDerivatives(tx: Transaction, expiringShas: ReturnType<typeof sql>): Promise<void> {
  await tx.execute(sql`
    with derivative as (
      select display_sha256 as sha256 from capture where sha256 = any(${expiringShas})
      union select thumbnail_sha256 from capture where sha256 = any(${expiringShas})),
    named as (
      select unnest(array[c.sha256, c.display_sha256, c.thumbnail_sha256]) as sha256 from capture c
      where c.photo_expired_at is null
        and (c.display_sha256 in (select sha256 from derivative) or c.thumbnail_sha256 in (select sha256 from derivative)
          or c.sha256 in (select sha256 from derivative))
      union select sha256 from product_image)
    update image set expired_at = now()
    where expired_at is null and sha256 in (select sha256 from derivative where sha256 is not null)
      and sha256 not in (select sha256 from named where sha256 is not null)`);
}
