import type { Database } from '@gondola/db';
import type { Actor } from '../../audit/actor.ts';
import { recordAudit } from '../../audit/record-audit.ts';
import { auditWithin, type BreakerAuditRow } from './run-breaker-review.ts';

export type RequestedReview = { audit: BreakerAuditRow } | { problem: 'BREAKER_UNKNOWN' };

/** Reviews a breaker's waits now, for a person. The weekly review needs no request. */
export const requestBreakerReview = (db: Database, actor: Actor, name: string): Promise<RequestedReview> =>
  db.transaction(async (tx): Promise<RequestedReview> => {
    const audit = await auditWithin(tx, name, actor.name);
    if (!audit) return { problem: 'BREAKER_UNKNOWN' };
    await recordAudit(tx, actor, {
      action: 'breakerAuditRun',
      object: `breaker:${name}`,
      facts: { auditId: audit.id, proposal: audit.proposal },
    });
    return { audit };
  });
