import type { Transaction } from '@gondola/db';
import { namedQuery } from '../store/named-query.ts';
import { type Arrival, type Refusal, refuse } from './arrival.ts';

export interface ResolvedUpload {
  id: string;
  storeId: string;
  /** The bytes, once they are in. */
  sha256: string | null;
  expiresInSeconds: number;
}

export interface ResolvedArrival extends Arrival {
  upload: ResolvedUpload | null;
}

/**
 * Looks the payloads' uploads up and holds them until the commit: an upload that completes at the same moment either
 * is seen here as complete or finds the capture that waits for it, and of two payloads that name one upload the second
 * sees whose it is. Locked in the order of their ids, before anything else, so that no two submissions wait for each
 * other.
 */
export async function resolveUploads(
  tx: Transaction,
  arrivals: readonly Arrival[],
): Promise<{ known: ResolvedArrival[]; unknown: Refusal[] }> {
  const ids = new Set(arrivals.flatMap(({ payload }) => payload.upload_id?.toLowerCase() ?? []));
  if (ids.size === 0)
    return { known: arrivals.map((arrival) => ({ ...arrival, upload: null })), unknown: [] };

  const rows = await namedQuery<ResolvedUpload & { discarded: boolean }>(tx, 'lock_uploads', lockUploads, [
    [...ids],
  ]);
  const byId = new Map(rows.map((row) => [row.id, row]));
  const known: ResolvedArrival[] = [];
  const unknown: Refusal[] = [];
  for (const arrival of arrivals) {
    const id = arrival.payload.upload_id?.toLowerCase();
    const upload = id === undefined ? null : byId.get(id);
    if (upload === null) known.push({ ...arrival, upload });
    else if (upload === undefined || upload.storeId !== arrival.device.storeId)
      unknown.push(refuse(arrival, 'UPLOAD_UNKNOWN', '$.upload_id', `This store has no upload ${id}.`));
    else if (upload.discarded && upload.sha256 === null)
      unknown.push(refuse(arrival, 'UPLOAD_UNKNOWN', '$.upload_id', `Upload ${id} was given up.`));
    else known.push({ ...arrival, upload });
  }
  return { known, unknown };
}

const lockUploads = `
  select id, store_id as "storeId", sha256, discarded_at is not null as discarded,
    greatest(0, ceil(extract(epoch from expires_at - now())))::int as "expiresInSeconds"
  from upload where id = any($1::uuid[]) order by id for no key update`;
