import { createHash } from 'node:crypto';
import { namedQuery, type Transaction } from '@gondola/db';
import { v7 } from 'uuid';
import { payloadText } from '../schema-gate/payload-text.ts';
import { readDeviceFacts } from '../versions/read-device-facts.ts';
import { withoutSendTime } from '../versions/without-send-time.ts';
import type { PendingDeadLetter } from './pending-dead-letter.ts';
import { applyDeadLetterQuotas } from './quotas.ts';
import type { Answer, RejectedPayload } from './received-payload.ts';

/**
 * Stores rejected payloads as dead letters, raw and with every problem. The same broken payload sent again is the same
 * dead letter. New ones count against a separate quota (see quotas.ts).
 */
export async function insertDeadLetters(
  tx: Transaction,
  rejected: readonly RejectedPayload[],
): Promise<Answer[]> {
  if (rejected.length === 0) return [];
  const pending = rejected.map(toPending);
  // Sorted, so that two sets with the same broken payloads take their locks in the same order.
  const distinct = [...new Map(pending.map((each) => [each.identity, each])).values()].sort((a, b) =>
    a.identity < b.identity ? -1 : 1,
  );
  const ids = await findStored(tx, distinct);
  const unknown = distinct.filter(({ identity }) => !ids.has(identity));
  const { admitted, deferred } = await applyDeadLetterQuotas(tx, unknown);
  if (admitted.length > 0) {
    await write(tx, admitted);
    for (const [identity, id] of await findStored(tx, admitted)) ids.set(identity, id);
  }
  return pending.map(({ identity, rejected: { slot, problems } }) => {
    const deadLetterId = ids.get(identity);
    const later = deferred.get(identity);
    if (deadLetterId) return { slot, result: { outcome: 'DEAD_LETTERED', deadLetterId, problems } };
    if (later) return { slot, result: later };
    throw new Error('invariant: a dead letter was not written');
  });
}

function toPending(rejected: RejectedPayload): PendingDeadLetter {
  const rawPayload = payloadText(rejected.raw);
  const payloadSha256 = createHash('sha256')
    .update(payloadText(withoutSendTime(rejected.raw)))
    .digest('hex');
  return { rejected, rawPayload, payloadSha256, identity: `${rejected.device.storeId}:${payloadSha256}` };
}

/** Returns the ids of the dead letters that are stored already, by store and payload. */
async function findStored(
  tx: Transaction,
  pending: readonly PendingDeadLetter[],
): Promise<Map<string, string>> {
  const rows = await namedQuery<{ id: string; identity: string }>(tx, 'find_dead_letters', find, [
    pending.map(({ rejected }) => rejected.device.storeId),
    pending.map(({ payloadSha256 }) => payloadSha256),
  ]);
  return new Map(rows.map(({ id, identity }) => [identity, id]));
}

async function write(tx: Transaction, pending: readonly PendingDeadLetter[]): Promise<void> {
  const first = pending.map(({ rejected }) => rejected.problems[0]);
  const facts = pending.map(({ rejected }) => readDeviceFacts(rejected.raw));
  await namedQuery(tx, 'insert_dead_letters', insert, [
    pending.map(() => v7()),
    first.map(({ code }) => code),
    pending.map(({ rejected }) => JSON.stringify(rejected.problems)),
    pending.map(({ rawPayload }) => rawPayload),
    pending.map(({ payloadSha256 }) => payloadSha256),
    pending.map(({ rejected }) => rejected.device.storeId),
    pending.map(({ rejected }) => rejected.device.deviceKeyId),
    facts.map(({ firmware }) => firmware),
    facts.map(({ cameraModel }) => cameraModel),
  ]);
}

const find = `
  select d.id, d.store_id || ':' || d.payload_sha256 as identity
  from unnest($1::uuid[], $2::text[]) as i(store_id, payload_sha256)
  join dead_letter d on d.store_id = i.store_id and d.payload_sha256 = i.payload_sha256 and d.capture_id is null`;

const insert = `
  insert into dead_letter (id, stage, reason, problems, raw_payload, payload_sha256, store_id, device_key_id,
    firmware, camera_model)
  select i.id, 'intake', i.reason, i.problems, i.raw_payload, i.payload_sha256, i.store_id, i.device_key_id,
    i.firmware, coalesce((select k.model from device_key k where k.id = i.device_key_id), i.camera_model)
  from unnest($1::uuid[], $2::text[], $3::jsonb[], $4::text[], $5::text[], $6::uuid[], $7::uuid[], $8::text[],
      $9::text[])
    as i(id, reason, problems, raw_payload, payload_sha256, store_id, device_key_id, firmware, camera_model)
  on conflict do nothing`;
