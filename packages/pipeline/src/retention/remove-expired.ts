import type { Database } from '@gondola/db';
import { sql } from 'drizzle-orm';
import type { ObjectStore } from '../objects/object-store.ts';

/**
 * Bytes stored within this time are about to be named by a row, or are named already: `put` updates their date. The
 * limit is far longer than the time between a `put` and the commit of its row.
 */
const recentMs = 60 * 60_000;

/**
 * Removes the objects of expired photos and of their derivatives, and then records the removal. After an interruption
 * the next run continues: a missing object is no error. Returns the number of completed photos.
 */
export async function removeExpired(
  { db, objects }: { db: Database; objects: ObjectStore },
  limit: number,
  signal?: AbortSignal,
): Promise<number> {
  const { rows } = await db.execute<{ sha256: string; objects: string[] }>(sql`
    select marked.sha256, array(
      select i.sha256 from image i
      where i.expired_at is not null and (i.sha256 = marked.sha256 or i.sha256 in (
        select unnest(array[c.display_sha256, c.thumbnail_sha256]) from capture c where c.sha256 = marked.sha256))
      order by i.sha256) as objects
    from (
      select distinct item.sha256 from retention_item item join image i on i.sha256 = item.sha256
      where item.removed_at is null and item.kept_because is null and i.expired_at is not null
        and not exists (
          select from capture c where c.sha256 = item.sha256 and c.photo_expired_at is null)
      order by item.sha256 limit ${limit}) marked`);
  let removed = 0;
  for (const photo of rows) {
    if (signal?.aborted) break;
    const isGone = await removeAll(objects, photo.objects);
    if (!isGone) continue;
    await db.execute(sql`
      update retention_item set removed_at = now()
      where sha256 = ${photo.sha256} and removed_at is null and kept_because is null`);
    removed += 1;
  }
  return removed;
}

async function removeAll(objects: ObjectStore, names: readonly string[]): Promise<boolean> {
  const found = await Promise.all(names.map((sha256) => objects.stat(sha256)));
  const now = Date.now();
  if (found.some((object) => object !== null && now - object.storedAt.getTime() < recentMs)) return false;
  for (const sha256 of names) await objects.delete(sha256);
  return true;
}

/**
 * Restores a photo whose bytes arrived again after it expired, because the device sent them again for a new capture.
 * When the object exists, its row is no longer expired. Only rows whose removal is not recorded yet are checked.
 */
export async function reviveNamed(db: Database): Promise<number> {
  const { rows } = await db.execute(sql`
    update image i set expired_at = null
    from retention_item item
    where item.sha256 = i.sha256 and i.expired_at is not null and item.removed_at is null and item.kept_because is null
      and exists (select from capture c where c.sha256 = i.sha256 and c.photo_expired_at is null)
    returning i.sha256`);
  return rows.length;
}
