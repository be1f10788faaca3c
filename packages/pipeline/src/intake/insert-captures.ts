import type { Transaction } from '@gondola/db';
import { v7 } from 'uuid';
import { namedQuery } from '../store/named-query.ts';
import type { IntakeTools } from './accept-captures.ts';
import { keyVersion } from './idempotency-key.ts';
import { resolveBays } from './resolve-bays.ts';
import type { Surveyed } from './survey.ts';

/**
 * Inserts captures as a set, each with its first event and its first job. The unique keys decide what is new, also
 * against a transaction that runs beside this one. Answers the new captures' ids; who is missing was not new.
 */
export async function insertCaptures(
  tools: IntakeTools,
  tx: Transaction,
  admitted: readonly Surveyed[],
): Promise<Map<Surveyed, string>> {
  if (admitted.length === 0) return new Map();
  const bayIds = await resolveBays(tx, admitted);
  // Ids in the order of arrival; rows in the order of their keys, which is the order of their locks.
  const rows = admitted
    .map((surveyed) => ({ surveyed, id: v7(), jobId: v7(), bayId: bayIds.get(surveyed) }))
    .sort((a, b) => (a.surveyed.arrival.identity < b.surveyed.arrival.identity ? -1 : 1));
  const of = <T>(pick: (surveyed: Surveyed) => T) => rows.map(({ surveyed }) => pick(surveyed));
  const inserted = await namedQuery<{ id: string }>(tx, 'insert_captures', insert, [
    rows.map(({ id }) => id),
    of(({ arrival }) => arrival.device.storeId),
    rows.map(({ bayId }) => bayId),
    of(({ arrival }) => arrival.device.deviceKeyId),
    of(({ arrival }) => arrival.key),
    of(({ arrival }) => JSON.stringify(arrival.raw)),
    of(({ arrival }) => arrival.payloadVersion),
    of(({ arrival }) => new Date(arrival.payload.timestamp).toISOString()),
    of(({ arrival }) => arrival.payload.planogram_version),
    of(({ arrival }) => arrival.payload.sha256 ?? null),
    of(({ arrival }) => arrival.payload.image_url ?? null),
    of(({ arrival }) => arrival.upload?.id ?? null),
    of(({ arrival }) => arrival.payload.supersedes ?? null),
    of(({ samePhotoAsId }) => samePhotoAsId),
    rows.map(({ jobId }) => jobId),
    of(({ arrival }) => arrival.traceParent),
    keyVersion,
  ]);
  const insertedIds = new Set(inserted.map(({ id }) => id));
  const fresh = rows.filter(({ id }) => insertedIds.has(id));
  await tools.queue.enqueue(
    tx,
    fresh.map(({ id, jobId, surveyed }) => ({
      id: jobId,
      queue: 'preprocess' as const,
      captureId: id,
      delaySeconds: secondsToWait(surveyed),
    })),
  );
  return new Map(fresh.map(({ id, surveyed }) => [surveyed, id]));
}

/** Without its photo yet, the job is a timer: it gives the capture up when the upload expires. */
const secondsToWait = ({ arrival: { upload } }: Surveyed): number =>
  upload && upload.sha256 === null ? upload.expiresInSeconds + 1 : 0;

const insert = `
  with fresh as (
    insert into capture (id, store_id, bay_id, device_key_id, key_version, idempotency_key, payload, payload_version,
      taken_at, tagged_version, declared_sha256, image_url, upload_id, supersedes_id, same_photo_as_id, state, job_id,
      trace_parent)
    select i.id, i.store_id, i.bay_id, i.device_key_id, $17::int, i.key, i.payload, i.payload_version,
      i.taken_at, i.tagged_version, i.sha256, i.image_url, i.upload_id, i.supersedes_id, i.same_photo_as_id, 'INGESTED',
      i.job_id, i.trace_parent
    from unnest($1::uuid[], $2::uuid[], $3::uuid[], $4::uuid[], $5::bytea[], $6::jsonb[], $7::int[],
      $8::timestamptz[], $9::text[], $10::text[], $11::text[], $12::uuid[], $13::uuid[], $14::uuid[], $15::uuid[],
      $16::text[])
      as i(id, store_id, bay_id, device_key_id, key, payload, payload_version, taken_at, tagged_version, sha256,
        image_url, upload_id, supersedes_id, same_photo_as_id, job_id, trace_parent)
    on conflict do nothing
    returning id, device_key_id
  )
  insert into capture_event (capture_id, revision, to_state, reason, facts, actor)
  select id, 0, 'INGESTED', 'ACCEPTED', '{}', 'device:' || device_key_id from fresh
  returning capture_id as id`;
