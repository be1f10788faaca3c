import type { Transaction } from '@gondola/db';
import { sql } from 'drizzle-orm';
import { type Holding, heldBecause } from './held-because.ts';
import type { ExpiringPolicy } from './retention-policy.ts';

/** One transaction's share: the locks on its captures are held for as long as it takes to mark them. */
export const photosPerChunk = 100;

export interface Marked {
  photos: number;
  captures: number;
  byteLength: number;
  /** How many photos were kept after all, by why. */
  kept: Partial<Record<Holding, number>>;
}

/**
 * Takes the next announced photos of a dry run and asks of each once more whether anything holds it, with its captures
 * locked: what is held is written down as kept; the others are marked as expired on their rows and on their captures',
 * before a byte is removed. A photo of which only a part is gone therefore never looks as if it were there.
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
  // A person who keeps a photo, an alert or a batch at this moment either came before and is seen, or finds it expired.
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
  const goingShas = sql`${sql.param(going.map(({ sha256 }) => sha256))}::text[]`;
  const { rows: captures } = await tx.execute(sql`
    update capture set photo_expired_at = now()
    where sha256 = any(${goingShas}) and photo_expired_at is null returning id`);
  await tx.execute(sql`update image set expired_at = now() where sha256 = any(${goingShas})`);
  await markDerivatives(tx, goingShas);
  return {
    photos: going.length,
    captures: captures.length,
    byteLength: going.reduce((sum, { byteLength }) => sum + Number(byteLength), 0),
    kept,
  };
}

/** The derivatives of photos go with them, but for those that another capture or a product shows. */
async function markDerivatives(tx: Transaction, goingShas: ReturnType<typeof sql>): Promise<void> {
  await tx.execute(sql`
    with derivative as (
      select display_sha256 as sha256 from capture where sha256 = any(${goingShas})
      union select thumbnail_sha256 from capture where sha256 = any(${goingShas})),
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
