import type { Transaction } from '@gondola/db';
import { namedQuery } from '../store/named-query.ts';

/**
 * For the moment when a capture's bytes are known to be `sha256`: ties all captures of the store with these bytes to
 * the oldest one by id, which itself points nowhere, so that there are no chains and no cycles. Two captures whose
 * bytes come at the same time wait for each other here, whatever worker they are with. A capture that had other bytes
 * before leaves their group, which is tied to the oldest that remains.
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
  if (own.sha256 !== null) await namedQuery(tx, 'tie_rest', tieRest, [captureId, own.storeId, own.sha256]);
  await namedQuery(tx, 'tie_group', tieGroup, [captureId, own.storeId, sha256]);
}

// The capture's own row does not say yet that it has these bytes: the caller writes that in the same transaction.
const tieGroup = `
  with member as (
    select id from capture where store_id = $2::uuid and sha256 = $3 union select $1::uuid
  ), first as (select id from member order by id limit 1)
  update capture c set same_photo_as_id = nullif(first.id, c.id)
  from first
  where c.id in (select id from member) and c.same_photo_as_id is distinct from nullif(first.id, c.id)`;

const tieRest = `
  with member as (
    select id from capture where store_id = $2::uuid and sha256 = $3 and id <> $1::uuid
  ), first as (select id from member order by id limit 1)
  update capture c set same_photo_as_id = nullif(first.id, c.id)
  from first
  where c.id in (select id from member) and c.same_photo_as_id is distinct from nullif(first.id, c.id)`;
