import { namedQuery, type Transaction } from '@gondola/db';
import { v7 } from 'uuid';
import { raiseAlerts } from '../../alerts/raise-alerts.ts';
import { openPrefix } from './compare-photos.ts';

/** A claim that a later payload has another photo for a capture: a conflict, or an open claim (see comparePhotos). */
export interface Claim {
  captureId: string;
  claim: string;
  /** The later payload as JSON text. */
  payload: string | null;
  deviceKeyId: string | null;
}

/**
 * Records claims, each once, and raises an alert for every new conflict. A claim gets the hash of its photo once the
 * bytes are stored.
 */
export async function recordPhotoClaims(tx: Transaction, claims: readonly Claim[]): Promise<void> {
  if (claims.length === 0) return;
  // Sorted, so that two transactions with the same claims take their locks in the same order.
  const rows = claims.toSorted((a, b) => (`${a.captureId}${a.claim}` < `${b.captureId}${b.claim}` ? -1 : 1));
  const recorded = await namedQuery<{ captureId: string; claim: string }>(tx, 'record_claims', insertClaims, [
    rows.map(() => v7()),
    rows.map(({ captureId }) => captureId),
    rows.map(({ payload }) => payload),
    rows.map(({ claim }) => claim),
    rows.map(({ deviceKeyId }) => deviceKeyId),
  ]);
  const conflicts = recorded.filter(({ claim }) => !claim.startsWith(openPrefix));
  await raiseAlerts(
    tx,
    conflicts.map(({ captureId, claim }) => ({
      rule: 'CAPTURE_CONFLICT' as const,
      subject: captureId,
      captureId,
      params: { claim },
    })),
  );
}

const insertClaims = `
  insert into capture_conflict (id, capture_id, payload, claim, sha256, device_key_id)
  select i.id, i.capture_id, i.payload, i.claim, (select sha256 from image where image.sha256 = i.claim), i.device_key_id
  from unnest($1::uuid[], $2::uuid[], $3::jsonb[], $4::text[], $5::uuid[])
    as i(id, capture_id, payload, claim, device_key_id)
  on conflict (capture_id, claim) do nothing
  returning capture_id as "captureId", claim`;
