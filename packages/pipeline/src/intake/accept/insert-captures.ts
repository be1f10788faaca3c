import { namedQuery, type Transaction } from '@gondola/db';
import { v7 } from 'uuid';
import type { MatchedPayload } from './find-existing.ts';
import type { IntakeTools } from './intake-tools.ts';
import { resolveBays } from './resolve-bays.ts';
import { resolveDevices } from './resolve-devices.ts';

/**
 * Inserts captures as a set, each with its first event and its first job. The unique keys decide which captures are
 * new, also against concurrent transactions. Returns the ids of the new captures; a payload without an id was not new.
 */
export async function insertCaptures(
  tools: IntakeTools,
  tx: Transaction,
  admitted: readonly MatchedPayload[],
): Promise<Map<MatchedPayload, string>> {
  if (admitted.length === 0) return new Map();
  const bayIds = await resolveBays(tx, admitted);
  const deviceIds = await resolveDevices(tx, admitted);
  // Ids follow the order of the payloads; rows follow the order of their keys, which is the lock order.
  const rows = admitted
    .map((matched) => ({
      matched,
      id: v7(),
      jobId: v7(),
      bayId: bayIds.get(matched),
      deviceId: deviceIds.get(matched),
      declared: declaredSize(matched),
    }))
    .sort((a, b) => (a.matched.received.identity < b.matched.received.identity ? -1 : 1));
  const of = <T>(pick: (matched: MatchedPayload) => T) => rows.map(({ matched }) => pick(matched));
  const inserted = await namedQuery<{ id: string }>(tx, 'insert_captures', insert, [
    rows.map(({ id }) => id),
    of(({ received }) => received.device.storeId),
    rows.map(({ bayId }) => bayId),
    of(({ received }) => received.device.deviceKeyId),
    of(({ received }) => received.key),
    of(({ received }) => JSON.stringify(received.raw)),
    of(({ received }) => received.payloadVersion),
    of(({ received }) => new Date(received.payload.timestamp).toISOString()),
    of(({ received }) => received.payload.planogram_version),
    of(({ received }) => received.payload.sha256 ?? null),
    of(({ received }) => received.payload.image_url ?? null),
    of(({ received }) => received.upload?.id ?? null),
    of(({ received }) => received.payload.supersedes ?? null),
    of(({ samePhotoAsId }) => samePhotoAsId),
    rows.map(({ jobId }) => jobId),
    of(({ received }) => received.traceParent),
    of(({ received }) => received.keyVersion),
    rows.map(({ deviceId }) => deviceId),
    of(({ received }) => received.payload.firmware || null),
    of(({ received }) => received.cameraModel),
    rows.map(({ declared }) => declared.widthPx),
    rows.map(({ declared }) => declared.heightPx),
    of(({ received }) => instantOf(received.payload.sentAt)),
    of(({ received }) => received.stamp.timeSource),
    of(({ received }) => instantOf(received.stamp.correctedTakenAtMs)),
  ]);
  const insertedIds = new Set(inserted.map(({ id }) => id));
  const fresh = rows.filter(({ id }) => insertedIds.has(id));
  await tools.queue.enqueue(
    tx,
    fresh.map(({ id, jobId, matched }) => ({
      id: jobId,
      queue: 'preprocess' as const,
      captureId: id,
      delaySeconds: delaySecondsOf(matched),
    })),
  );
  return new Map(fresh.map(({ id, matched }) => [matched, id]));
}

/** Until the upload completes, the job is a timer that ends the wait when the upload expires. */
const delaySecondsOf = ({ received: { upload } }: MatchedPayload): number =>
  upload && upload.sha256 === null ? upload.expiresInSeconds + 1 : 0;

const instantOf = (instant: string | number | null | undefined): string | null =>
  instant === null || instant === undefined ? null : new Date(instant).toISOString();

/** The schema accepts no other form than `width x height`. */
function declaredSize({ received }: MatchedPayload): { widthPx: number | null; heightPx: number | null } {
  const [widthPx = null, heightPx = null] = received.payload.capture_resolution.split('x').map(Number);
  return { widthPx, heightPx };
}

const insert = `
  with fresh as (
    insert into capture (id, store_id, bay_id, device_key_id, key_version, idempotency_key, payload, payload_version,
      taken_at, tagged_version, declared_sha256, image_url, upload_id, supersedes_id, same_photo_as_id, state, job_id,
      trace_parent, device_id, firmware, camera_model, declared_width_px, declared_height_px, sent_at,
      time_source, corrected_taken_at)
    select i.id, i.store_id, i.bay_id, i.device_key_id, i.key_version, i.key, i.payload, i.payload_version,
      i.taken_at, i.tagged_version, i.sha256, i.image_url, i.upload_id, i.supersedes_id, i.same_photo_as_id, 'INGESTED',
      i.job_id, i.trace_parent, i.device_id, i.firmware, i.camera_model, i.declared_width_px, i.declared_height_px,
      i.sent_at, i.time_source, i.corrected_taken_at
    from unnest($1::uuid[], $2::uuid[], $3::uuid[], $4::uuid[], $5::bytea[], $6::jsonb[], $7::int[],
      $8::timestamptz[], $9::text[], $10::text[], $11::text[], $12::uuid[], $13::uuid[], $14::uuid[], $15::uuid[],
      $16::text[], $17::int[], $18::uuid[], $19::text[], $20::text[], $21::int[], $22::int[],
      $23::timestamptz[], $24::text[], $25::timestamptz[])
      as i(id, store_id, bay_id, device_key_id, key, payload, payload_version, taken_at, tagged_version, sha256,
        image_url, upload_id, supersedes_id, same_photo_as_id, job_id, trace_parent, key_version, device_id, firmware,
        camera_model, declared_width_px, declared_height_px, sent_at, time_source, corrected_taken_at)
    on conflict do nothing
    returning id, device_key_id
  )
  insert into capture_event (capture_id, revision, to_state, reason, facts, actor)
  select id, 0, 'INGESTED', 'ACCEPTED', '{}', 'device:' || device_key_id from fresh
  returning capture_id as id`;
