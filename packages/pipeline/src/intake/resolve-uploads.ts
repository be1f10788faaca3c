import { type Transaction, upload } from '@gondola/db';
import { and, eq, inArray, sql } from 'drizzle-orm';
import type { Arrival, Refusal } from './accept-captures.ts';

export interface ResolvedArrival extends Arrival {
  upload: { id: string; isComplete: boolean; expiresInSeconds: number } | null;
}

/**
 * Looks the payloads' uploads up and holds them (FOR SHARE) until the commit, so that an upload that completes at the
 * same moment either is seen here as complete or finds the capture that waits for it.
 */
export async function resolveUploads(
  tx: Transaction,
  storeId: string,
  arrivals: readonly Arrival[],
): Promise<{ known: ResolvedArrival[]; unknown: Refusal[] }> {
  const ids = arrivals.flatMap(({ payload }) => (payload.upload_id ? [payload.upload_id] : []));
  const rows =
    ids.length === 0
      ? []
      : await tx
          .select({
            id: upload.id,
            sha256: upload.sha256,
            expiresInSeconds: sql<number>`greatest(0, ceil(extract(epoch from ${upload.expiresAt} - now())))::int`,
          })
          .from(upload)
          .where(and(inArray(upload.id, ids), eq(upload.storeId, storeId)))
          .for('share');
  const byId = new Map(rows.map((row) => [row.id, row]));
  const known: ResolvedArrival[] = [];
  const unknown: Refusal[] = [];
  for (const arrival of arrivals) {
    const id = arrival.payload.upload_id?.toLowerCase();
    const row = id ? byId.get(id) : undefined;
    if (id && !row)
      unknown.push({
        ordinal: arrival.ordinal,
        raw: arrival.raw,
        problems: [
          { path: '$.upload_id', code: 'UPLOAD_UNKNOWN', message: `This store has no upload ${id}.` },
        ],
      });
    else
      known.push({
        ...arrival,
        upload: row
          ? {
              id: row.id,
              isComplete: row.sha256 !== null,
              expiresInSeconds: row.expiresInSeconds,
            }
          : null,
      });
  }
  return { known, unknown };
}
