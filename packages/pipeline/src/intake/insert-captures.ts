import { bay, capture, captureEvent, type Transaction } from '@gondola/db';
import { and, eq, inArray } from 'drizzle-orm';
import { v7 } from 'uuid';
import type { IntakeTools, SubmittingDevice } from './accept-captures.ts';
import { canonicalAisle, idempotencyKey, keyVersion } from './idempotency-key.ts';
import type { ResolvedArrival } from './resolve-uploads.ts';

/**
 * Inserts the captures that are new, each with its first event and its first job. The unique key decides what is new,
 * also between two transactions and within one batch. Answers the new captures' ids by ordinal.
 */
export async function insertCaptures(
  tools: IntakeTools,
  tx: Transaction,
  device: SubmittingDevice,
  arrivals: readonly ResolvedArrival[],
  traceParent: string | null,
): Promise<Map<number, string>> {
  if (arrivals.length === 0) return new Map();
  const bayIds = await resolveBays(tx, device.storeId, arrivals);
  const rows = arrivals.map((arrival) => toRow(arrival, device, bayIds, traceParent));
  const inserted = await tx
    .insert(capture)
    .values(rows)
    .onConflictDoNothing({ target: [capture.storeId, capture.keyVersion, capture.idempotencyKey] })
    .returning({ id: capture.id });
  const insertedIds = new Set(inserted.map(({ id }) => id));
  const fresh = rows.flatMap((row, i) => {
    const arrival = arrivals[i];
    return arrival && insertedIds.has(row.id) ? [{ row, arrival }] : [];
  });
  if (fresh.length === 0) return new Map();

  await tx.insert(captureEvent).values(
    fresh.map(({ row }) => ({
      captureId: row.id,
      revision: 0,
      toState: 'INGESTED' as const,
      reason: 'ACCEPTED',
      facts: {},
      actor: `device:${device.deviceKeyId}`,
    })),
  );
  await tools.queue.enqueue(
    tx,
    fresh.map(({ row, arrival }) => ({
      id: row.jobId,
      queue: 'preprocess' as const,
      captureId: row.id,
      // Without its photo yet, the job is a timer: it gives the capture up when the upload expires.
      delaySeconds: arrival.upload && !arrival.upload.isComplete ? arrival.upload.expiresInSeconds + 1 : 0,
    })),
  );
  return new Map(fresh.map(({ row, arrival }) => [arrival.ordinal, row.id]));
}

function toRow(
  { payload, raw, upload }: ResolvedArrival,
  device: SubmittingDevice,
  bayIds: ReadonlyMap<string, string>,
  traceParent: string | null,
) {
  const bayId = bayIds.get(canonicalAisle(payload.aisle));
  if (!bayId) throw new Error(`no bay for aisle ${payload.aisle}`);
  return {
    id: v7(),
    storeId: device.storeId,
    bayId,
    deviceKeyId: device.deviceKeyId,
    keyVersion,
    idempotencyKey: idempotencyKey(payload),
    payload: raw,
    takenAt: new Date(payload.timestamp),
    taggedVersion: payload.planogram_version,
    declaredSha256: payload.sha256 ?? null,
    imageUrl: payload.image_url ?? null,
    uploadId: upload?.id ?? null,
    supersedesId: payload.supersedes ?? null,
    state: 'INGESTED' as const,
    jobId: v7(),
    traceParent,
  };
}

/** A bay exists from the first time a device names it: no photo is lost for want of master data. */
async function resolveBays(
  tx: Transaction,
  storeId: string,
  arrivals: readonly ResolvedArrival[],
): Promise<Map<string, string>> {
  // Sorted, so that two batches that name the same new bays take their locks in the same order.
  const aisles = [...new Set(arrivals.map(({ payload }) => canonicalAisle(payload.aisle)))].sort();
  const find = () =>
    tx
      .select({ id: bay.id, aisle: bay.aisle })
      .from(bay)
      .where(and(eq(bay.storeId, storeId), inArray(bay.aisle, aisles)));
  let rows = await find();
  if (rows.length < aisles.length) {
    const known = new Set(rows.map((row) => row.aisle));
    const missing = aisles.filter((aisle) => !known.has(aisle));
    await tx
      .insert(bay)
      .values(missing.map((aisle) => ({ storeId, aisle })))
      .onConflictDoNothing();
    rows = await find();
  }
  return new Map(rows.map((row) => [row.aisle, row.id]));
}
