import { namedQuery, type Transaction } from '@gondola/db';
import { keyVersions } from '../idempotency-key.ts';
import { claimedSha256, compareWithEarlier, type Earlier } from './compare-with-earlier.ts';
import type { PayloadWithUpload } from './resolve-uploads.ts';

/** A payload with the rows that the database holds for it. */
export interface MatchedPayload {
  received: PayloadWithUpload;
  earlier: Earlier | null;
  bayId: string | null;
  /** True when the upload that this payload names belongs to another capture. */
  uploadIsTaken: boolean;
  /** The first capture of the store with the same bytes; null when none is known or stored. */
  samePhotoAsId: string | null;
}

interface Row {
  ordinal: number;
  bayId: string | null;
  captureId: string | null;
  sha256: string | null;
  declaredSha256: string | null;
  imageUrl: string | null;
  uploadId: string | null;
  uploadedSha256: string | null;
  /** The key that this capture was found by is the payload's own, or the one of before devices had rows. */
  byEarlierKey: boolean;
  uploadHolderId: string | null;
  samePhotoAsId: string | null;
}

/** Reads the existing rows for all payloads of a set in one statement. */
export async function findExisting(
  tx: Transaction,
  payloads: readonly PayloadWithUpload[],
): Promise<MatchedPayload[]> {
  if (payloads.length === 0) return [];
  const rows = await namedQuery<Row>(tx, 'find_existing', findExistingText, [
    payloads.map(({ device }) => device.storeId),
    payloads.map(({ aisle }) => aisle),
    payloads.map(({ key }) => key),
    payloads.map(({ upload }) => upload?.id ?? null),
    payloads.map(claimedSha256),
    payloads.map(({ keyVersion }) => keyVersion),
    payloads.map(({ earlierKey }) => earlierKey),
    keyVersions.mac,
  ]);
  const byOrdinal = new Map(rows.map((row) => [row.ordinal, row]));
  return payloads.map((received, i) => {
    const row = byOrdinal.get(i + 1);
    if (!row) throw new Error('invariant: a payload is missing from the lookup');
    const earlier = earlierOf(received, row);
    return {
      received,
      earlier,
      bayId: row.bayId,
      uploadIsTaken: row.uploadHolderId !== null && row.uploadHolderId !== (earlier?.captureId ?? null),
      samePhotoAsId: row.samePhotoAsId,
    };
  });
}

/** Under the key of before devices had rows, any phone could have sent the capture: only the same photo is a resend. */
function earlierOf(received: PayloadWithUpload, { byEarlierKey, captureId, ...row }: Row): Earlier | null {
  if (captureId === null) return null;
  const { sha256, declaredSha256, imageUrl, uploadId, uploadedSha256 } = row;
  const earlier = { captureId, sha256, declaredSha256, imageUrl, uploadId, uploadedSha256 };
  return byEarlierKey && compareWithEarlier(received, earlier).kind !== 'SAME' ? null : earlier;
}

// Laterals with a limit ensure a few index lookups per payload, whatever the table statistics suggest.
const findExistingText = `
  select i.ordinal::int, bay.id as "bayId",
    known.id as "captureId", known.sha256, known.declared_sha256 as "declaredSha256",
    known.image_url as "imageUrl", known.upload_id as "uploadId", known.uploaded_sha256 as "uploadedSha256",
    coalesce(known.by_earlier_key, false) as "byEarlierKey",
    holder.id as "uploadHolderId", twin.id as "samePhotoAsId"
  from unnest($1::uuid[], $2::text[], $3::bytea[], $4::uuid[], $5::text[], $6::int[], $7::bytea[]) with ordinality
    as i(store_id, aisle, key, upload_id, sha256, key_version, earlier_key, ordinal)
  left join lateral (
    select id from bay where bay.store_id = i.store_id and bay.aisle = i.aisle limit 1
  ) bay on true
  left join lateral (
    select c.id, c.sha256, c.declared_sha256, c.image_url, c.upload_id,
      (select u.sha256 from upload u where u.id = c.upload_id) as uploaded_sha256, c.by_earlier_key
    from (
      (select o.*, false as by_earlier_key from capture o
        where o.store_id = i.store_id and o.key_version = i.key_version and o.idempotency_key = i.key limit 1)
      union all
      (select o.*, true from capture o
        where o.store_id = i.store_id and o.key_version = $8::int and o.idempotency_key = i.earlier_key limit 1)
    ) c order by c.by_earlier_key limit 1
  ) known on true
  left join lateral (
    select c.id from capture c where c.upload_id = i.upload_id and i.upload_id is not null limit 1
  ) holder on true
  left join lateral (
    select c.id from capture c where c.sha256 = i.sha256 and c.store_id = i.store_id and i.sha256 is not null
    order by c.id limit 1
  ) twin on true`;
