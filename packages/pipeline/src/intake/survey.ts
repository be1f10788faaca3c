import type { Transaction } from '@gondola/db';
import { namedQuery } from '../store/named-query.ts';
import { keyVersion } from './idempotency-key.ts';
import type { ResolvedArrival } from './resolve-uploads.ts';

/** The capture that has a key already. */
export interface Earlier {
  captureId: string;
  sha256: string | null;
  declaredSha256: string | null;
  imageUrl: string | null;
  uploadId: string | null;
  /** Of its upload, once the bytes are in. */
  uploadedSha256: string | null;
}

export interface Surveyed {
  arrival: ResolvedArrival;
  earlier: Earlier | null;
  bayId: string | null;
  /** Another capture has the upload that this payload names. */
  uploadIsTaken: boolean;
  /** The store's first capture with these bytes, when they are known and in. */
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
  uploadHolderId: string | null;
  samePhotoAsId: string | null;
}

/** Reads in one statement all that is known already about the payloads of a set. */
export async function survey(tx: Transaction, arrivals: readonly ResolvedArrival[]): Promise<Surveyed[]> {
  if (arrivals.length === 0) return [];
  const rows = await namedQuery<Row>(tx, 'survey', lookUp, [
    arrivals.map(({ device }) => device.storeId),
    arrivals.map(({ aisle }) => aisle),
    arrivals.map(({ key }) => key),
    arrivals.map(({ upload }) => upload?.id ?? null),
    arrivals.map(claimedSha256),
    keyVersion,
  ]);
  const byOrdinal = new Map(rows.map((row) => [row.ordinal, row]));
  return arrivals.map((arrival, i) => {
    const row = byOrdinal.get(i + 1);
    if (!row) throw new Error('a payload is missing from the survey');
    const { captureId, sha256, declaredSha256, imageUrl, uploadId, uploadedSha256 } = row;
    return {
      arrival,
      earlier:
        captureId === null ? null : { captureId, sha256, declaredSha256, imageUrl, uploadId, uploadedSha256 },
      bayId: row.bayId,
      uploadIsTaken: row.uploadHolderId !== null && row.uploadHolderId !== captureId,
      samePhotoAsId: row.samePhotoAsId,
    };
  });
}

/** The bytes that a payload speaks of, by its own word or by its finished upload. */
export const claimedSha256 = ({ payload, upload }: ResolvedArrival): string | null =>
  upload?.sha256 ?? payload.sha256 ?? null;

// Laterals with a limit: whatever the tables' statistics say, each payload is a few look-ups by index.
const lookUp = `
  select i.ordinal::int, bay.id as "bayId",
    known.id as "captureId", known.sha256, known.declared_sha256 as "declaredSha256",
    known.image_url as "imageUrl", known.upload_id as "uploadId", known.uploaded_sha256 as "uploadedSha256",
    holder.id as "uploadHolderId", twin.id as "samePhotoAsId"
  from unnest($1::uuid[], $2::text[], $3::bytea[], $4::uuid[], $5::text[]) with ordinality
    as i(store_id, aisle, key, upload_id, sha256, ordinal)
  left join lateral (
    select id from bay where bay.store_id = i.store_id and bay.aisle = i.aisle limit 1
  ) bay on true
  left join lateral (
    select c.id, c.sha256, c.declared_sha256, c.image_url, c.upload_id,
      (select u.sha256 from upload u where u.id = c.upload_id) as uploaded_sha256
    from capture c
    where c.store_id = i.store_id and c.key_version = $6::int and c.idempotency_key = i.key limit 1
  ) known on true
  left join lateral (
    select c.id from capture c where c.upload_id = i.upload_id and i.upload_id is not null limit 1
  ) holder on true
  left join lateral (
    select c.id from capture c where c.sha256 = i.sha256 and c.store_id = i.store_id and i.sha256 is not null
    order by c.id limit 1
  ) twin on true`;
