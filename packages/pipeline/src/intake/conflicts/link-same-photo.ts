import { namedQuery, type Transaction } from '@gondola/db';

/**
 * Links all captures of the store with these bytes to the oldest of them by id; call it when the bytes of a capture
 * become known. The oldest one links to nothing, so that neither chains nor cycles arise. An advisory lock serialises
 * captures whose bytes arrive at the same time on different workers. A capture that had other bytes before leaves their
 * group, which is linked to its oldest remaining member.
 */
export async function linkSamePhoto(tx: Transaction, captureId: string, sha256: string): Promise<void> {
  const [own] = await namedQuery<{ storeId: string; sha256: string | null }>(
    tx,
    'own_photo',
    'select store_id as "storeId", sha256 from capture where id = $1::uuid',
    [captureId],
  );
  if (!own || own.sha256 === sha256) return;
  const groups = [own.sha256, sha256].filter((each) => each !== null).sort();
  for (const group of groups)
    await namedQuery(tx, 'lock_photo_group', 'select pg_advisory_xact_lock(hashtextextended($1 || $2, 0))', [
      own.storeId,
      group,
    ]);
  if (own.sha256 !== null) await namedQuery(tx, 'link_rest', linkRest, [captureId, own.storeId, own.sha256]);
  await namedQuery(tx, 'link_group', linkGroup, [captureId, own.storeId, sha256]);
}

// The row of the capture does not have the new hash yet: the caller writes it in the same transaction.
const linkGroup = `
  with member as (
    select id from capture where store_id = $2::uuid and sha256 = $3 union select $1::uuid
  ), first as (select id from member order by id limit 1)
  update capture c set same_photo_as_id = nullif(first.id, c.id)
  from first
  where c.id in (select id from member) and c.same_photo_as_id is distinct from nullif(first.id, c.id)`;

const linkRest = `
  with member as (
    select id from capture where store_id = $2::uuid and sha256 = $3 and id <> $1::uuid
  ), first as (select id from member order by id limit 1)
  update capture c set same_photo_as_id = nullif(first.id, c.id)
  from first
  where c.id in (select id from member) and c.same_photo_as_id is distinct from nullif(first.id, c.id)`;
