import type { Database } from '@gondola/db';
import type { Actor } from '../audit/actor.ts';
import { recordAudit } from '../audit/record-audit.ts';
import { recheckDeadLetters } from './recheck-dead-letters.ts';
import { applyRecordedPatch, type RecheckCounts } from './record-payload-patch.ts';
import type { DeadLetterFilterProblem, DeadLetterFilterRequest } from './resolve-dead-letter-filter.ts';

/**
 * Either a filter of dead letters, each rechecked with its own patch, or a recorded patch for the dead letters of its
 * filter.
 */
export type RecheckRequest =
  | DeadLetterFilterRequest
  | { payloadPatchId: string; storeCode?: string | null | undefined };

/** Rechecks open dead letters at the current schema gate, for a person, and records the counts. */
export async function recheckForPerson(
  db: Database,
  actor: Actor,
  request: RecheckRequest,
): Promise<RecheckCounts | DeadLetterFilterProblem | { problem: 'PAYLOAD_PATCH_UNKNOWN' }> {
  const counts =
    'payloadPatchId' in request
      ? await applyRecordedPatch(db, request.payloadPatchId)
      : await recheckDeadLetters(db, request);
  if (counts === null) return { problem: 'PAYLOAD_PATCH_UNKNOWN' };
  if ('problem' in counts) return counts;
  const object =
    'payloadPatchId' in request
      ? `payload-patch:${request.payloadPatchId}`
      : `dead-letters:${request.reason}`;
  await db.transaction((tx) =>
    recordAudit(tx, actor, {
      action: 'deadLetterRecheck',
      object,
      facts: { storeCode: request.storeCode ?? null, ...counts },
    }),
  );
  return counts;
}
