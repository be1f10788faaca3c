import { createHash } from 'node:crypto';
import type { Transaction } from '@gondola/db';
import { v7 } from 'uuid';
import { namedQuery } from '../store/named-query.ts';
import { admitRefusals } from './admission.ts';
import type { Refusal } from './arrival.ts';
import { payloadText } from './payload-text.ts';

/**
 * Sets refused payloads aside, raw and with every problem. The same broken payload sent again is the same dead letter;
 * new ones count against a quota of their own (see admission.ts).
 */
export async function insertDeadLetters(tx: Transaction, refusals: readonly Refusal[]): Promise<void> {
  if (refusals.length === 0) return;
  const letters = refusals.map(toLetter);
  // Sorted: two sets with the same broken payloads must take their locks in the same order.
  const distinct = [...new Map(letters.map((letter) => [letter.identity, letter])).values()].sort((a, b) =>
    a.identity < b.identity ? -1 : 1,
  );
  const ids = await findStored(tx, distinct);
  const unknown = distinct.filter(({ identity }) => !ids.has(identity));
  const { admitted, deferred } = await admitRefusals(tx, unknown);
  if (admitted.length > 0) {
    await write(tx, admitted);
    for (const [identity, id] of await findStored(tx, admitted)) ids.set(identity, id);
  }
  for (const { identity, refusal } of letters) {
    const deadLetterId = ids.get(identity);
    const later = deferred.get(identity);
    if (deadLetterId) refusal.answer({ outcome: 'DEAD_LETTERED', deadLetterId, problems: refusal.problems });
    else if (later) refusal.answer(later);
    else throw new Error('a dead letter was not written');
  }
}

export interface Letter {
  refusal: Refusal;
  rawPayload: string;
  payloadSha256: string;
  /** Store and payload as one text. */
  identity: string;
}

function toLetter(refusal: Refusal): Letter {
  const rawPayload = payloadText(refusal.raw);
  const payloadSha256 = createHash('sha256').update(rawPayload).digest('hex');
  return { refusal, rawPayload, payloadSha256, identity: `${refusal.device.storeId}:${payloadSha256}` };
}

/** The ids of the dead letters that are there, by store and payload. */
async function findStored(tx: Transaction, letters: readonly Letter[]): Promise<Map<string, string>> {
  const rows = await namedQuery<{ id: string; identity: string }>(tx, 'find_dead_letters', find, [
    letters.map(({ refusal }) => refusal.device.storeId),
    letters.map(({ payloadSha256 }) => payloadSha256),
  ]);
  return new Map(rows.map(({ id, identity }) => [identity, id]));
}

async function write(tx: Transaction, letters: readonly Letter[]): Promise<void> {
  const first = letters.map(({ refusal }) => refusal.problems[0]);
  await namedQuery(tx, 'insert_dead_letters', insert, [
    letters.map(() => v7()),
    first.map(({ code }) => code),
    first.map(({ message }) => message),
    letters.map(({ refusal }) => JSON.stringify(refusal.problems)),
    letters.map(({ rawPayload }) => rawPayload),
    letters.map(({ payloadSha256 }) => payloadSha256),
    letters.map(({ refusal }) => refusal.device.storeId),
    letters.map(({ refusal }) => refusal.device.deviceKeyId),
  ]);
}

const find = `
  select d.id, d.store_id || ':' || d.payload_sha256 as identity
  from unnest($1::uuid[], $2::text[]) as i(store_id, payload_sha256)
  join dead_letter d on d.store_id = i.store_id and d.payload_sha256 = i.payload_sha256 and d.capture_id is null`;

const insert = `
  insert into dead_letter (id, stage, reason, message, problems, raw_payload, payload_sha256, store_id, device_key_id)
  select i.id, 'intake', i.reason, i.message, i.problems, i.raw_payload, i.payload_sha256, i.store_id, i.device_key_id
  from unnest($1::uuid[], $2::text[], $3::text[], $4::jsonb[], $5::text[], $6::text[], $7::uuid[], $8::uuid[])
    as i(id, reason, message, problems, raw_payload, payload_sha256, store_id, device_key_id)
  on conflict do nothing`;
