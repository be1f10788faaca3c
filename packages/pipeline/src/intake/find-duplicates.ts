import { capture, captureConflict, type Transaction, upload } from '@gondola/db';
import { and, eq, inArray } from 'drizzle-orm';
import type { IntakeResult, SubmittingDevice } from './accept-captures.ts';
import { idempotencyKey, keyVersion } from './idempotency-key.ts';
import type { ResolvedArrival } from './resolve-uploads.ts';

type Earlier = Pick<
  typeof capture.$inferSelect,
  'id' | 'idempotencyKey' | 'declaredSha256' | 'sha256' | 'uploadId' | 'imageUrl'
>;

/**
 * Answers payloads whose key is taken with the original capture. When the bytes are known to differ it is a conflict,
 * which is kept and shown; when they cannot be compared yet, a resend is what it most likely is.
 */
export async function findDuplicates(
  tx: Transaction,
  device: SubmittingDevice,
  arrivals: readonly ResolvedArrival[],
): Promise<Map<number, IntakeResult>> {
  const results = new Map<number, IntakeResult>();
  if (arrivals.length === 0) return results;
  const keys = arrivals.map(({ payload }) => idempotencyKey(payload));
  const originals = await tx
    .select({
      id: capture.id,
      idempotencyKey: capture.idempotencyKey,
      declaredSha256: capture.declaredSha256,
      sha256: capture.sha256,
      uploadId: capture.uploadId,
      imageUrl: capture.imageUrl,
    })
    .from(capture)
    .where(
      and(
        eq(capture.storeId, device.storeId),
        eq(capture.keyVersion, keyVersion),
        inArray(capture.idempotencyKey, keys),
      ),
    );
  const byKey = new Map(originals.map((row) => [hex(row.idempotencyKey), row]));
  const uploadHashes = await readUploadHashes(tx, arrivals, originals);

  for (const [i, arrival] of arrivals.entries()) {
    const original = byKey.get(hex(keys[i] ?? new Uint8Array()));
    if (!original) throw new Error('a capture that conflicts is not there');
    const theirs = arrival.payload.sha256 ?? uploadHashes.get(arrival.upload?.id ?? '');
    const ours = original.sha256 ?? original.declaredSha256 ?? uploadHashes.get(original.uploadId ?? '');
    const differs = theirs !== undefined && ours !== undefined && theirs !== ours;
    if (differs) await keepConflict(tx, original.id, arrival, theirs);
    results.set(arrival.ordinal, {
      outcome: differs ? 'CONFLICT' : 'DUPLICATE',
      captureId: original.id,
      problems: [],
    });
  }
  return results;
}

const keepConflict = (tx: Transaction, captureId: string, arrival: ResolvedArrival, claim: string) =>
  tx.insert(captureConflict).values({ captureId, payload: arrival.raw, claim }).onConflictDoNothing();

async function readUploadHashes(
  tx: Transaction,
  arrivals: readonly ResolvedArrival[],
  originals: readonly Earlier[],
): Promise<Map<string, string>> {
  const ids = [
    ...arrivals.flatMap((arrival) => arrival.upload?.id ?? []),
    ...originals.flatMap((original) => original.uploadId ?? []),
  ];
  if (ids.length === 0) return new Map();
  const rows = await tx
    .select({ id: upload.id, sha256: upload.sha256 })
    .from(upload)
    .where(inArray(upload.id, ids));
  return new Map(rows.flatMap((row) => (row.sha256 ? [[row.id, row.sha256]] : [])));
}

const hex = (key: Uint8Array) => Buffer.from(key).toString('hex');
