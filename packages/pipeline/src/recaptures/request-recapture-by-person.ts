import type { Database } from '@gondola/db';
import type { Actor } from '../audit/actor.ts';
import { recordAudit } from '../audit/record-audit.ts';
import { upsertRecaptureRequest } from './upsert-recapture-request.ts';

export type RecaptureByPerson = { requestId: string } | { problem: 'CAPTURE_UNKNOWN' };

/** Opens a request by a person for a new photo of a capture. A closed request of the capture is reopened. */
export const requestRecaptureByPerson = (
  db: Database,
  actor: Actor,
  { captureId, note }: { captureId: string; note: string | null },
): Promise<RecaptureByPerson> =>
  db.transaction(async (tx): Promise<RecaptureByPerson> => {
    const requestId = await upsertRecaptureRequest(tx, captureId, {
      reasons: ['ASKED_BY_PERSON'],
      reopens: true,
    });
    if (requestId === null) return { problem: 'CAPTURE_UNKNOWN' };
    await recordAudit(tx, actor, {
      action: 'recaptureRequest',
      object: `capture:${captureId}`,
      facts: { note },
    });
    return { requestId };
  });
