import { namedQuery, type Transaction } from '@gondola/db';
import { type ReceivedPayload, type RejectedPayload, reject } from './received-payload.ts';

export interface ResolvedUpload {
  id: string;
  storeId: string;
  /** Hash of the bytes; null until they have arrived. */
  sha256: string | null;
  expiresInSeconds: number;
}

export interface PayloadWithUpload extends ReceivedPayload {
  upload: ResolvedUpload | null;
}

/**
 * Reads the uploads of the payloads and locks them until the commit. A concurrent completion of an upload is either
 * visible here or finds the capture that waits for it. When two payloads name one upload, the second sees that the
 * upload is taken. Uploads are locked first, in the order of ids, so that concurrent submissions do not deadlock.
 */
export async function resolveUploads(
  tx: Transaction,
  payloads: readonly ReceivedPayload[],
): Promise<{ known: PayloadWithUpload[]; rejected: RejectedPayload[] }> {
  const ids = new Set(payloads.flatMap(({ payload }) => payload.upload_id?.toLowerCase() ?? []));
  if (ids.size === 0)
    return { known: payloads.map((received) => ({ ...received, upload: null })), rejected: [] };

  const rows = await namedQuery<ResolvedUpload & { discarded: boolean }>(tx, 'lock_uploads', lockUploads, [
    [...ids],
  ]);
  const byId = new Map(rows.map((row) => [row.id, row]));
  const known: PayloadWithUpload[] = [];
  const rejected: RejectedPayload[] = [];
  for (const received of payloads) {
    const id = received.payload.upload_id?.toLowerCase();
    const upload = id === undefined ? null : byId.get(id);
    if (upload === null) known.push({ ...received, upload });
    else if (upload === undefined || upload.storeId !== received.device.storeId)
      rejected.push(reject(received, 'UPLOAD_UNKNOWN', '$.upload_id', `This store has no upload ${id}.`));
    else if (upload.discarded && upload.sha256 === null)
      rejected.push(reject(received, 'UPLOAD_UNKNOWN', '$.upload_id', `Upload ${id} was given up.`));
    else known.push({ ...received, upload });
  }
  return { known, rejected };
}

const lockUploads = `
  select id, store_id as "storeId", sha256, discarded_at is not null as discarded,
    greatest(0, ceil(extract(epoch from expires_at - now())))::int as "expiresInSeconds"
  from upload where id = any($1::uuid[]) order by id for no key update`;
